package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.api.flow.ValueJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of one fact that changes the advice. */
@Serdeable
record FlipView(
        @Schema(description = "id of the fact") String fact,
        @Schema(description = "its short name") String label,
        @Schema(description = "its present value in words") String from,
        @Schema(ref = "#/components/schemas/Value") Object at,
        @Schema(description = "the same in words") String text,

        @Schema(
                description =
                        "how the fact changes: to this value, with or without one more choice, to at least or at most this",
                allowableValues = {"to", "with", "without", "at-least", "at-most"})
        String change,

        @Schema(description = "whether it changes exactly there and not a little nearer")
        boolean exact,

        @Schema(description = "id of the verdict then; null when other facts are needed first", nullable = true)
        @Nullable
        String verdict,

        @Schema(description = "id of the lever then; null when other facts are needed first", nullable = true) @Nullable
        String lever,

        @Schema(
                description = "id of the rule that decides then; null when other facts are needed first",
                nullable = true)
        @Nullable
        String rule,

        @Schema(description = "facts needed then, the first one first")
        List<String> needs) {
    static FlipView of(Counterfactual flip) {
        return switch (flip.result()) {
            case Counterfactual.Result.Decides decides ->
                view(flip, decides.verdict(), decides.lever(), decides.rule(), List.of());
            case Counterfactual.Result.Asks(List<String> facts, var _) -> view(flip, null, null, null, facts);
        };
    }

    private static FlipView view(
            Counterfactual flip,
            @Nullable String verdict,
            @Nullable String lever,
            @Nullable String rule,
            List<String> needs) {
        return new FlipView(
                flip.fact(),
                flip.label(),
                flip.from(),
                ValueJson.of(flip.at()),
                flip.atText(),
                flip.kind().id(),
                flip.exact(),
                verdict,
                lever,
                rule,
                needs);
    }
}
