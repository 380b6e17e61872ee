package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tunewise.chat.Input;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question and how it is answered. */
@Serdeable
record InputView(
        String fact,
        String question,
        String hint,
        String type,
        List<OptionView> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String min,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String max,
        String current) {
    @Serdeable
    record OptionView(String value, String label, String description) {
        static List<OptionView> of(List<Input.Option> options) {
            return options.stream()
                    .map(option -> new OptionView(option.value(), option.label(), option.description()))
                    .toList();
        }
    }

    static List<InputView> of(List<Input> inputs) {
        return inputs.stream().map(InputView::of).toList();
    }

    private static InputView of(Input input) {
        Input.@Nullable Number number = input.kind() instanceof Input.Number bounded ? bounded : null;
        return new InputView(
                input.fact(),
                input.question(),
                input.hint(),
                switch (input.kind()) {
                    case Input.One _ -> "choice";
                    case Input.Many _ -> "choices";
                    case Input.Search _ -> "name";
                    case Input.YesNo _ -> "yes-no";
                    case Input.Number _ -> "quantity";
                },
                input.kind() instanceof Input.YesNo
                        ? List.of()
                        : OptionView.of(input.kind().offered()),
                number == null ? null : number.unit(),
                number == null || number.min().isEmpty() ? null : number.min(),
                number == null || number.max().isEmpty() ? null : number.max(),
                input.current());
    }
}
