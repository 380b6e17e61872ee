package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CacheHits;
import dev.tunewise.cost.formula.Cheapest;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.PromptCache;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a call at a model's prices: plain, or with the stable part of the prompt in the vendor's cache. */
record TokenLines(OptionBuilder draft, CostContext context, Formula times) {
    /** Lines at list prices. */
    static TokenLines of(OptionBuilder draft) {
        return new TokenLines(draft, draft.context, draft.context.retried);
    }

    /** Lines on today's model: where the bill is known, list prices in the proportion in which the bill stands to them. */
    static TokenLines onTodaysModel(OptionBuilder draft) {
        CostContext context = draft.context;
        return new TokenLines(
                draft,
                context,
                TodaysBill.overList(context)
                        .<Formula>map(share -> Formula.product(context.retried, share))
                        .orElse(context.retried));
    }

    /** All input at the plain price. */
    void plain(ModelPrices prices, CallTokens tokens) {
        plain(prices.input(), prices.output(), tokens);
        draft.missing.addAll(prices.missing());
    }

    /** The same at prices that are figures already. */
    void plain(Formula input, Formula output, CallTokens tokens) {
        line("Input", tokens.input(), input);
        line("Output", tokens.output(), output);
    }

    /** The stable part read from the cache or written to it, for minutes or for an hour, whichever is cheaper at the volume. */
    void cached(ModelPrices prices, CallTokens tokens) {
        stable(prices, tokens, new Cheapest(cachedPrices(prices)));
    }

    /** Cached where the model caches a prompt of this length by itself, or where it can be told to and that is cheaper; plain otherwise. */
    boolean cheapest(ModelPrices prices, CallTokens tokens) {
        if (!caches(context, prices.model(), tokens)) {
            plain(prices, tokens);
            return false;
        }
        if (prices.model().cache().automatic()) {
            cached(prices, tokens);
            return true;
        }
        List<Formula> ways = new ArrayList<>(cachedPrices(prices));
        ways.add(prices.input());
        Cheapest cheapest = new Cheapest(ways);
        stable(prices, tokens, cheapest);
        return cheapest.shownParts(ValuePoint.likely()).getFirst() != ways.getLast();
    }

    private void stable(ModelPrices prices, CallTokens tokens, Formula price) {
        line("Fresh input", tokens.fresh(), prices.input());
        line("Stable part of the prompt", tokens.stable(), price);
        line("Output", tokens.output(), prices.output());
        draft.missing.addAll(prices.missing());
    }

    /** Dollars per 1,000,000 tokens of the stable part, for each kind of entry that the vendor sells. */
    private List<Formula> cachedPrices(ModelPrices prices) {
        PromptCache cache = prices.model().cache();
        List<Formula> ways = new ArrayList<>();
        ways.add(cachedPrice(prices, cache.ttlSeconds(), prices.cacheWrite(false)));
        if (prices.model().prices().cacheWriteHour() != null) {
            ways.add(cachedPrice(prices, PromptCache.HOUR_SECONDS, prices.cacheWrite(true)));
        }
        return ways;
    }

    private Formula cachedPrice(ModelPrices prices, int lifeSeconds, Formula write) {
        Formula read = prices.cachedInput();
        Formula hits = hits(lifeSeconds, prices.model().cache().automatic(), read, write);
        return Formula.sum(
                Formula.product(hits, read), Formula.product(Formula.number(1).minus(hits), write));
    }

    /** Says whether a model's cache takes a stable prompt of this length, and at a known price. */
    static boolean caches(CostContext context, Model model, CallTokens tokens) {
        return model.prices().cachedInput() != null && tokens.likelyStable() >= leastCached(context, model);
    }

    /** Shortest stable prompt that a model caches, in tokens; an assumed one where the vendor's is not known. */
    static double leastCached(CostContext context, Model model) {
        Integer least = model.cache().minTokens();
        return least == null ? context.setting("cache_minimum_tokens").likely().doubleValue() : least;
    }

    private void line(String label, Formula tokens, Formula price) {
        draft.perCall(label, Formula.product(tokens.tokensAt(price), times));
    }

    /** Share of calls that find the prompt in the cache: what somebody set, or what follows from the rate of calls. */
    private Formula hits(int lifeSeconds, boolean automatic, Formula read, Formula write) {
        if (context.facts.parameters().get("cache_hit_rate").basis() == FigureBasis.GIVEN) {
            return context.parameter("cache_hit_rate");
        }
        Formula best = context.parameter(automatic ? "cache_hits_automatic" : "cache_hits_warm");
        ValuePoint likely = ValuePoint.likely();
        return context.once(
                "hits:" + List.of(lifeSeconds, automatic, read.exact(likely), write.exact(likely)),
                () -> new Named(
                        "from the cache",
                        CostInput.Kind.SHARE,
                        CacheHits.of(
                                context.callsPerDay,
                                lifeSeconds,
                                best,
                                best.exact(likely).doubleValue(),
                                read.exact(likely).doubleValue(),
                                write.exact(likely).doubleValue())));
    }
}
