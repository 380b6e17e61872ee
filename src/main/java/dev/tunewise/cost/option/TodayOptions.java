package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done today, and the same with a cached prompt or in batches. */
public final class TodayOptions {
    public static final String TODAY = "today";
    private static final Set<String> INTERACTIVE = Set.of("question-answering", "agent", "speech", "code");

    private TodayOptions() {}

    static void add(OptionList menu) {
        CostContext situation = menu.situation;
        menu.offer(today(situation));
        Model model = situation.model.model();
        if (situation.facts.mustSelfHost() || model == null || situation.model.placed()) {
            return;
        }
        cached(menu, model);
        batch(menu, model);
    }

    private static OptionBuilder today(CostContext situation) {
        OptionBuilder draft = new OptionBuilder(TODAY, "stay", "Today", situation.model.name());
        Optional<Leaf> bill =
                situation.fact("cost_per_1k_calls", CostInput.Kind.MONEY, "cost of 1,000 calls", "per 1,000 calls");
        if (bill.isPresent()) {
            draft.perCall("Calls, as you pay them", bill.get().over(Formula.number(1000)));
        } else {
            CommonCostLines.tokens(
                    draft, situation, situation.model.input(), situation.model.output(), situation.prompt.input);
        }
        CommonCostLines.errors(draft, situation, situation.quality.now());
        return draft;
    }

    private static void cached(OptionList menu, Model model) {
        CostContext situation = menu.situation;
        String title = "Today with a cached prompt";
        if (model.prices().cachedInput() == null) {
            OptionBuilder draft = new OptionBuilder("today-cached", "caching", title, model.name());
            draft.missing.add("cached input of " + model.name());
            menu.offer(draft);
            return;
        }
        if (!CommonCostLines.caches(situation, model)) {
            BigDecimal stable = situation.prompt.stable.exact(ValuePoint.likely());
            menu.leaveOut(
                    "today-cached",
                    title,
                    "The stable part of the prompt (" + NumberFormat.number(stable) + " tokens) is shorter than the "
                            + NumberFormat.number(BigDecimal.valueOf(CommonCostLines.leastCached(situation, model)))
                            + " that "
                            + model.name() + " caches" + (model.cache().minTokens() == null ? " (assumed)." : "."));
            return;
        }
        OptionBuilder draft = new OptionBuilder("today-cached", "caching", title, model.name());
        CommonCostLines.cachedTokens(draft, situation, model, situation.prompt.stable, situation.prompt.fresh);
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        CommonCostLines.errors(draft, situation, situation.quality.now());
        menu.offer(draft);
    }

    private static void batch(OptionList menu, Model model) {
        CostContext situation = menu.situation;
        String title = "Today in batches";
        if (situation.facts.has("problems", "too-slow")) {
            menu.leaveOut("today-batch", title, "Answers are too slow already; a batch takes up to a day.");
            return;
        }
        Optional<String> task = situation.facts.choice("task");
        if (task.filter(INTERACTIVE::contains).isPresent()) {
            menu.leaveOut("today-batch", title, "Somebody waits for the answer; a batch takes up to a day.");
            return;
        }
        OptionBuilder draft = new OptionBuilder("today-batch", "cheaper-model", title, model.name());
        Formula input = CommonCostLines.multiplied(situation, situation.model.input(), "batch_multiplier")
                .orElseGet(() -> draft.price(
                        situation,
                        model.prices().batchInput(),
                        PriceName.tokens(model.id(), model.name(), "batch input"),
                        model.provenance()));
        Formula output = CommonCostLines.multiplied(situation, situation.model.output(), "batch_multiplier")
                .orElseGet(() -> draft.price(
                        situation,
                        model.prices().batchOutput(),
                        PriceName.tokens(model.id(), model.name(), "batch output"),
                        model.provenance()));
        CommonCostLines.tokens(draft, situation, new ModelPrices(input, output, List.of()), situation.prompt.input);
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        CommonCostLines.errors(draft, situation, situation.quality.now());
        draft.note("Only where nobody waits for the answer: a batch may take up to a day.");
        menu.offer(draft);
    }
}
