package dev.tunewise.cost.option;

import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.util.Optional;

/** What is done today, and the same with a cached prompt or in batches. */
public final class TodayOptions {
    public static final String TODAY = "today";

    /** What to know about every batch. */
    static final String WAITS = "Only where nobody waits for the answer: a batch may take up to a day.";

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
        OptionBuilder draft = new OptionBuilder(situation, TODAY, "stay", "As today", situation.model.name());
        TodaysBill.add(draft, situation, situation.prompt.today());
        TodaysBill.remark(situation).ifPresent(situation.notes::add);
        draft.quality(situation.quality.today());
        return draft;
    }

    private static void cached(OptionList menu, Model model) {
        CostContext situation = menu.situation;
        String title = "As today, prompt cached";
        if (model.prices().cachedInput() == null) {
            OptionBuilder draft = new OptionBuilder(situation, "today-cached", "caching", title, model.name());
            draft.missing.add("cached input of " + model.name());
            menu.offer(draft);
            return;
        }
        CallTokens tokens = situation.prompt.today();
        if (!TokenLines.caches(situation, model, tokens)) {
            menu.leaveOut(
                    "today-cached",
                    title,
                    "The stable part of the prompt ("
                            + NumberFormat.number(BigDecimal.valueOf(Math.round(tokens.likelyStable())))
                            + " tokens) is shorter than the "
                            + NumberFormat.number(BigDecimal.valueOf(TokenLines.leastCached(situation, model)))
                            + " that "
                            + model.name() + " caches" + (model.cache().minTokens() == null ? " (assumed)." : "."));
            return;
        }
        if (model.cache().automatic()) {
            menu.leaveOut(
                    "today-cached",
                    title,
                    model.name() + " caches the stable part of prompts by itself: today's cost has it in already.");
            return;
        }
        OptionBuilder draft = new OptionBuilder(situation, "today-cached", "caching", title, model.name());
        TokenLines.onTodaysModel(draft).cached(ModelPrices.of(situation, model, tokens.likelyInput()), tokens);
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        draft.quality(situation.quality.today());
        menu.offer(draft);
    }

    /** Why answers cannot wait for a batch; empty where they can. */
    static Optional<String> cannotWait(CostContext situation) {
        if (situation.facts.isTooSlow()) {
            return Optional.of("Answers are too slow already; a batch takes up to a day.");
        }
        Optional<Boolean> waits = situation.facts.flag("waits");
        if (waits.isPresent()) {
            return waits.filter(said -> said).map(_ -> "Somebody waits for the answer; a batch takes up to a day.");
        }
        return situation.facts.isInteractive()
                ? Optional.of(
                        "Nobody said whether somebody waits for the answer; with such a task somebody usually does, and a batch takes up to a day.")
                : Optional.empty();
    }

    private static void batch(OptionList menu, Model model) {
        CostContext situation = menu.situation;
        String title = "As today, in batches";
        Optional<String> reason = cannotWait(situation);
        if (reason.isPresent()) {
            menu.leaveOut("today-batch", title, reason.get());
            return;
        }
        OptionBuilder draft = new OptionBuilder(situation, "today-batch", "cheaper-model", title, model.name());
        CallTokens tokens = situation.prompt.today();
        ModelPrices prices =
                ModelPrices.of(situation, model, tokens.likelyInput()).inBatch();
        TokenLines lines = TokenLines.onTodaysModel(draft);
        if (model.cache().automatic()) {
            lines.cheapest(prices, tokens);
        } else {
            lines.plain(prices, tokens);
        }
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        draft.quality(situation.quality.today());
        draft.note(WAITS);
        menu.offer(draft);
        if (TokenLines.caches(situation, model, tokens) && !model.cache().automatic()) {
            menu.offer(cachedInBatches(situation, model, prices, tokens));
        }
    }

    private static OptionBuilder cachedInBatches(
            CostContext situation, Model model, ModelPrices prices, CallTokens tokens) {
        OptionBuilder draft = new OptionBuilder(
                situation, "today-cached-batch", "cheaper-model", "As today, prompt cached, in batches", model.name());
        TokenLines.onTodaysModel(draft).cached(prices, tokens);
        draft.setup("Engineering, caching", situation.work("engineer_hours_switching"));
        draft.setup("Engineering, batches", situation.work("engineer_hours_switching"));
        draft.quality(situation.quality.today());
        return draft.note(WAITS);
    }
}
