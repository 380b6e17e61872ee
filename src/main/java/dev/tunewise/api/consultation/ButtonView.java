package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Button;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to click, with the event that a click sends. */
@Serdeable
record ButtonView(String label, String style, EventView event) {

    /** The members of the event that it stands for; {@code url} is an address to open instead. */
    @Serdeable
    record EventView(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String fact,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String command,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> arguments,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url) {
        static EventView of(Action action) {
            return switch (action) {
                case Action.Answer(String fact, String value) -> new EventView(fact, value, null, Map.of(), null);
                case Action.Command(String name, Map<String, String> arguments) ->
                    new EventView(null, null, name, arguments, null);
                case Action.Open(String url) -> new EventView(null, null, null, Map.of(), url);
            };
        }
    }

    static List<ButtonView> of(List<Button> buttons) {
        return buttons.stream()
                .map(button -> new ButtonView(
                        button.label(), button.style().name().toLowerCase(Locale.ROOT), EventView.of(button.action())))
                .toList();
    }
}
