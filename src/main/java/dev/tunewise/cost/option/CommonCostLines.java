package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.workload.CostContext;
import org.jspecify.annotations.Nullable;

/** Lines that many options have: wrong answers and evaluation. */
final class CommonCostLines {
    private CommonCostLines() {}

    /** Wrong answers at a quality. */
    static void errors(OptionBuilder draft, CostContext situation, @Nullable Formula quality) {
        draft.quality = quality;
        Formula errors = situation.quality.errors(quality);
        if (errors != null) {
            draft.errors(errors);
        }
    }

    /** Wrong answers as often as today, because nobody has measured the option. */
    static void errorsAsToday(OptionBuilder draft, CostContext situation) {
        errors(draft, situation, situation.quality.now());
        if (situation.quality.now() != null) {
            draft.note("Quality not measured: taken as today's. Measure it on your evaluation set first.");
        }
    }

    /** One run over the evaluation set, at the option's own price per call. */
    static Formula evaluation(OptionBuilder draft, CostContext situation) {
        return Formula.product(situation.parameter("eval_items"), draft.perCallRun());
    }
}
