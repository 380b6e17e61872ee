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

    /** One option. */
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
        return switch (input.kind()) {
            case Input.One(List<Input.Option> options) -> view(input, "choice", options);
            case Input.Many(List<Input.Option> options) -> view(input, "choices", options);
            case Input.Search(List<Input.Option> suggestions) -> view(input, "name", suggestions);
            case Input.YesNo _ -> view(input, "yes-no", List.of());
            case Input.Number(String unit, List<Input.Option> picks, String min, String max) ->
                new InputView(
                        input.fact(),
                        input.question(),
                        input.hint(),
                        "quantity",
                        OptionView.of(picks),
                        unit,
                        min.isEmpty() ? null : min,
                        max.isEmpty() ? null : max,
                        input.current());
        };
    }

    private static InputView view(Input input, String type, List<Input.Option> options) {
        return new InputView(
                input.fact(),
                input.question(),
                input.hint(),
                type,
                OptionView.of(options),
                null,
                null,
                null,
                input.current());
    }
}
