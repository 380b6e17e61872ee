package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.Quality;

/** Lines that many options have: wrong answers and evaluation. */
final class CommonCostLines {
    private CommonCostLines() {}

    /** Wrong answers at a quality. */
    static void errors(OptionBuilder draft, CostContext situation, Quality.Level level) {
        draft.level = level;
        Formula errors = situation.quality.errors(level.share());
        if (errors != null) {
            draft.errors(errors);
        }
    }

    /** Wrong answers about as often as today, give or take what the parameter says: nobody has measured the option. */
    static void unmeasured(OptionBuilder draft, CostContext situation, String shift) {
        errors(draft, situation, situation.quality.unmeasured(shift));
        draft.note("Quality not measured: taken as near today's. Measure it on your evaluation set first.");
    }

    /** One run over the evaluation set, at the option's own price per call. */
    static Formula evaluation(OptionBuilder draft, CostContext situation) {
        Formula perCall = draft.perCallRun();
        return Formula.product(
                situation.parameter("eval_items"),
                perCall instanceof Formula.Constant
                        ? new Formula.Named("a call on machines paid by the hour", CostInput.Kind.MONEY, perCall)
                        : perCall);
    }
}
