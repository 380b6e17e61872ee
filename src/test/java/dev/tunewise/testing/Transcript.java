package dev.tunewise.testing;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A conversation as data: who does what, and what must come of it.
 *
 * @param name name of the file
 * @param flow the flow that it plays on
 * @param turns what happens, in order
 */
public record Transcript(String name, String flow, List<Turn> turns) {

    /**
     * One turn.
     *
     * @param author who
     * @param input what they do
     * @param expect what must come of it, by kind
     */
    public record Turn(Author author, UserInput input, Map<String, Object> expect) {}

    /** Reads all transcripts of a folder. */
    public static List<Transcript> all(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Transcript::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transcript read(Path file) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            Map<String, Object> fields = map(root);
            List<Turn> turns = new ArrayList<>();
            for (Object turn : (List<?>) fields.get("turns")) {
                turns.add(turn(map(turn)));
            }
            return new Transcript(file.getFileName().toString(), String.valueOf(fields.get("flow")), turns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Turn turn(Map<String, Object> fields) {
        Map<String, Object> expect = new LinkedHashMap<>(fields);
        Map.Entry<String, Object> first = fields.entrySet().iterator().next();
        expect.remove(first.getKey());
        Author author = new Author("u-" + first.getKey().toLowerCase(java.util.Locale.ROOT), first.getKey());
        return new Turn(author, input(map(first.getValue())), expect);
    }

    private static UserInput input(Map<String, Object> does) {
        Map.Entry<String, Object> what = does.entrySet().iterator().next();
        String text = String.valueOf(what.getValue());
        return switch (what.getKey()) {
            case "opens" -> new UserInput.Opened(text);
            case "says" -> new UserInput.Said(text, true);
            case "chats" -> new UserInput.Said(text, false);
            case "edits" -> {
                Map<String, Object> edit = map(what.getValue());
                long entry = Long.parseLong(String.valueOf(edit.get("entry")));
                yield new UserInput.Edited(String.valueOf(edit.get("text")), true, List.of(entry));
            }
            case "picks" -> {
                String[] pick = text.split("=", 2);
                yield new UserInput.Clicked(new Action.Answer(pick[0], pick[1]));
            }
            case "clicks" -> new UserInput.Clicked(command(text));
            case "fills" -> {
                Map<String, String> values = new LinkedHashMap<>();
                map(what.getValue()).forEach((fact, value) -> values.put(fact, String.valueOf(value)));
                yield new UserInput.Filled(values);
            }
            default -> throw new IllegalArgumentException("No way to act: " + what.getKey());
        };
    }

    /** A command with arguments: `change fact=light`. */
    private static Action.Command command(String text) {
        String[] words = text.split(" ");
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] argument = words[i].split("=", 2);
            arguments.put(argument[0], argument[1]);
        }
        return new Action.Command(words[0], arguments);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Override
    public String toString() {
        return name;
    }
}
