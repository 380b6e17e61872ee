package dev.tunewise.web.form;

import dev.tunewise.channel.FormText;
import dev.tunewise.chat.Action;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
                COMMAND + escape(name) + query(arguments);
            case Action.Open _ -> "";
        };
    }

    /** The action written in a text; empty when nothing of ours wrote it. */
    static Optional<Action> read(String code) {
        int mark = code.indexOf('?');
        String head = mark < 0 ? code : code.substring(0, mark);
        try {
            Map<String, String> arguments = arguments(mark < 0 ? "" : code.substring(mark + 1));
            if (head.equals(ANSWER)) {
                return Optional.ofNullable(arguments.get("fact"))
                        .map(fact -> new Action.Answer(fact, arguments.getOrDefault("value", "")));
            }
            if (head.startsWith(COMMAND) && head.length() > COMMAND.length()) {
                return Optional.of(new Action.Command(unescape(head.substring(COMMAND.length())), arguments));
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String query(Map<String, String> arguments) {
        // Sorted, so that the same action always gives the same text: it takes part in idempotency keys.
        return arguments.isEmpty() ? "" : "?" + FormText.write(new TreeMap<>(arguments));
    }

    private static Map<String, String> arguments(String query) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                arguments.put(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1)));
            }
        }
        return arguments;
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
