package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses the text of one YAML file; keys that stand twice are reported with both places. */
public record YamlFile(String file, SourceText source, ProblemCollector report) {
    private static final int DEEPEST = 40;

    /** What a file holds; empty after reporting why there is nothing to read. */
    public static Optional<YamlNode> parse(String file, String text, ProblemCollector report) {
        SourceText source = new SourceText(file, text);
        report.read(file, source);
        return new YamlFile(file, source, report).parse(text);
    }

    private Optional<YamlNode> parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(200)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                report.error("empty-file", new Position(file, 1, 1));
                return Optional.empty();
            }
            return Optional.of(convert(root.get(), 0));
        } catch (MarkedYamlEngineException wrong) {
            YamlErrorMessage.report(wrong, file, report);
        } catch (YamlEngineException wrong) {
            String message =
                    String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
            report.error("yaml.unreadable", new Position(file, 1, 1), message);
        }
        return Optional.empty();
    }

    private YamlNode convert(Node node, int depth) {
        Position position = position(node.getStartMark());
        if (depth > DEEPEST || node.isRecursive()) {
            report.error("too-deep", position);
            return new YamlNode.Items(List.of(), position);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, position);
            case SequenceNode sequence ->
                new YamlNode.Items(
                        sequence.getValue().stream()
                                .map(item -> convert(item, depth + 1))
                                .toList(),
                        position);
            case MappingNode mapping -> entries(mapping, position, depth);
            default -> throw new IllegalStateException("Unknown kind of YAML node: " + node.getNodeType());
        };
    }

    private YamlNode scalar(ScalarNode node, Position position) {
        Mark from = node.getStartMark().orElseThrow();
        Mark to = node.getEndMark().orElseThrow();
        boolean quoted = !node.isPlain();
        boolean absent =
                !quoted && (node.getTag().equals(Tag.NULL) || node.getValue().isEmpty());
        ScalarPositions places = ScalarPositions.of(source, node.getScalarStyle(), from, to);
        return new YamlNode.Text(node.getValue(), quoted, absent, places, position);
    }

    private YamlNode entries(MappingNode node, Position position, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Position at = position(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report.error("bad-key", at);
                continue;
            }
            YamlNode value = convert(tuple.getValueNode(), depth + 1);
            YamlNode.Entry first = entries.putIfAbsent(key.getValue(), new YamlNode.Entry(at, value));
            if (first != null) {
                report.error(
                        "duplicate-key",
                        at,
                        key.getValue(),
                        first.key().line(),
                        first.key().column());
            }
        }
        return new YamlNode.Entries(entries, position);
    }

    private Position position(Optional<Mark> mark) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
