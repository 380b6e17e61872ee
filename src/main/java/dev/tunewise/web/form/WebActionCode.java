package dev.tunewise.web.form;

import dev.tunewise.channel.FormText;
import dev.tunewise.chat.Action;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes an action as the value of a button and reads it back, for example `answer?fact=labels&value=verified` or `do/why?fact=labels`. */
public final class WebActionCode {
    private static final String ANSWER = "answer";
    private static final String COMMAND = "do/";

    /** The action as text; an address to open is no action of ours and gives an empty text. */
    public static String write(Action action) {
        return switch (action) {
            case Action.Answer(String fact, String value) -> ANSWER + query(Map.of("fact", fact, "value", value));
            case Action.Command(String name, Map<String, String> arguments) ->
                COMMAND + URLEncoder.encode(name, StandardCharsets.UTF_8) + query(arguments);
            case Action.Open _ -> "";
        };
    }

    /** The action written in a text; empty when nothing of ours wrote it. */
    static Optional<Action> read(String code) {
        String[] parts = code.split("\\?", 2);
        Map<String, String> arguments =
                FormData.parse(parts.length < 2 ? "" : parts[1]).firsts();
        if (parts[0].equals(ANSWER)) {
            return Optional.ofNullable(arguments.get("fact"))
                    .map(fact -> new Action.Answer(fact, arguments.getOrDefault("value", "")));
        }
        return parts[0].startsWith(COMMAND)
                ? Optional.of(FormData.parse("name=" + parts[0].substring(COMMAND.length()))
                                .first("name"))
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Action.Command(name, arguments))
                : Optional.empty();
    }

    private static String query(Map<String, String> arguments) {
        // Sorted, so that the same action always gives the same text: it takes part in idempotency keys.
        return arguments.isEmpty() ? "" : "?" + FormText.write(new TreeMap<>(arguments));
    }
}
