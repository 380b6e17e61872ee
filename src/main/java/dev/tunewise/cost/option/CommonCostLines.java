package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.price.offer.Model;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that many options have: tokens at a model's price, wrong answers, work. */
final class CommonCostLines {
    private CommonCostLines() {}

    /** Input and output at plain prices. */
    static void tokens(OptionBuilder draft, CostContext situation, ModelPrices prices, Formula input) {
        draft.missing.addAll(prices.missing());
        tokens(draft, situation, prices.input(), prices.output(), input);
    }

    static void tokens(
            OptionBuilder draft, CostContext situation, Formula inputPrice, Formula outputPrice, Formula input) {
        draft.perCall("Input", Formula.product(input.tokensAt(inputPrice), situation.retried));
        draft.perCall("Output", Formula.product(situation.prompt.output.tokensAt(outputPrice), situation.retried));
    }

    /** Input with the stable part read from the cache, and output. */
    static void cachedTokens(OptionBuilder draft, CostContext situation, Model model, Formula stable, Formula fresh) {
        ModelPrices prices = ModelPrices.of(situation, model, situation.prompt.likelyInput());
        draft.missing.addAll(prices.missing());
        Formula hits = situation.parameter("cache_hit_rate");
        Formula read = multiplied(situation, prices.input(), "cached_read_multiplier")
                .orElseGet(() -> draft.price(
                        situation,
                        model.prices().cachedInput(),
                        PriceName.tokens(model.id(), model.name(), "cached input"),
                        model.provenance()));
        Formula written = multiplied(situation, prices.input(), "cache_write_multiplier")
                .orElseGet(() -> cacheWrite(draft, situation, model, prices));
        draft.perCall("Fresh input", Formula.product(fresh.tokensAt(prices.input()), situation.retried));
        draft.perCall("Prompt read from the cache", Formula.product(stable.tokensAt(read), hits, situation.retried));
        draft.perCall(
                "Prompt written to the cache",
                Formula.product(stable.tokensAt(written), Formula.number(1).minus(hits), situation.retried));
        draft.perCall("Output", Formula.product(situation.prompt.output.tokensAt(prices.output()), situation.retried));
    }

    /** A price as a multiple of another, where somebody has set the multiple; the price lists hold otherwise. */
    static Optional<Formula> multiplied(CostContext situation, Formula price, String parameter) {
        return situation.facts.parameters().get(parameter).basis() == FigureBasis.GIVEN
                ? Optional.of(Formula.product(price, situation.parameter(parameter)))
                : Optional.empty();
    }

    /** The price of writing the cache; fresh input where the vendor asks nothing for it. */
    private static Formula cacheWrite(OptionBuilder draft, CostContext situation, Model model, ModelPrices prices) {
        return model.prices().cacheWrite() == null
                ? prices.input()
                : draft.price(
                        situation,
                        model.prices().cacheWrite(),
                        new PriceName(
                                "price:" + model.id() + ":cache write",
                                "cache writing of " + model.name(),
                                CostInput.Kind.PER_MILLION,
                                "tokens written to the cache"),
                        model.provenance());
    }

    /** Shortest stable prompt that a model caches, in tokens; an assumed one where the vendor's is not known. */
    static double leastCached(CostContext situation, Model model) {
        Integer least = model.cache().minTokens();
        return least == null
                ? situation.setting("cache_minimum_tokens").likely().doubleValue()
                : least;
    }

    /** Says whether a model's cache takes a stable prompt of this length, and at a known price. */
    static boolean caches(CostContext situation, Model model) {
        double stable = situation.prompt.stable.exact(ValuePoint.likely()).doubleValue();
        return model.prices().cachedInput() != null && stable >= leastCached(situation, model);
    }

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
