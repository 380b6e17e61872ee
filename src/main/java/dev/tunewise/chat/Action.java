package dev.tunewise.chat;

import java.util.Map;

/** What a click does. Every channel carries it back to us unchanged. */
public sealed interface Action {
    /**
     * @param value the value as text: a choice id, `yes` or `no`, a decimal number, choice ids joined by commas (empty: none of them)
     */
    record Answer(String fact, String value) implements Action {}

    /** A command such as back, why, skip, change. `arguments`: by name, for example `fact`. */
    record Command(String name, Map<String, String> arguments) implements Action {
        public static Command of(String name) {
            return new Command(name, Map.of());
        }

        public static Command about(String name, String fact) {
            return new Command(name, Map.of("fact", fact));
        }
    }

    /** Opens a page of the record or another address of ours. */
    record Open(String url) implements Action {}
}
