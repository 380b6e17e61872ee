package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows where it stands. */
public sealed interface YamlNode {
    Position position();

    /** What it is, for messages. */
    default String kind() {
        return switch (this) {
            case Text text when text.absent() -> "nothing";
            case Text(String text, var _, var _, var _, var _) ->
                "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
            case Items _ -> "a list";
            case Entries _ -> "a map";
        };
    }

    /**
     * @param quoted whether it stands in quotes or in a block, so that it can only be a text
     * @param absent whether nothing (or null) stands there
     * @param places where each character of the value stands
     */
    record Text(String text, boolean quoted, boolean absent, ScalarPositions places, Position position)
            implements YamlNode {}

    record Items(List<YamlNode> items, Position position) implements YamlNode {}

    /** A map; of a key that stands twice, the first counts. */
    record Entries(Map<String, Entry> entries, Position position) implements YamlNode {}

    /** One entry of a map. */
    record Entry(Position key, YamlNode value) {}
}
