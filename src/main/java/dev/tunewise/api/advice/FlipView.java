package dev.tunewise.api.advice;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.api.flow.ValueJson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of one fact that changes the advice. */
@Serdeable
record FlipView(
        String fact,
        String label,
        String from,
        Object at,
        String text,

        String change,

        boolean exact,

        @Nullable String verdict,

        @Nullable String lever,

        @Nullable String rule,

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
