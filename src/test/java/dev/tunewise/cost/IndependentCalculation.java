package dev.tunewise.cost;

import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.OpenModel;
import java.util.Map;

/**
 * The cost model a second time, in plain arithmetic and by itself: from its description (run cost per call, tuning, self-hosting), the price
 * list and the parameters as data. It uses no formula of the product. Dollars; V calls a month of 30 days, f retries, h cache hits.
 */
final class IndependentCalculation {
    private static final double DAYS = 30;
    private static final double MILLION = 1e6;

    private final Map<String, Object> facts;
    private final Parameters parameters;

    /** What an option comes to: paid once, and a month for the calls and for upkeep. */
    record Amounts(double setup, double run, double upkeep) {}

    /** Tokens of a call. */
    record Call(double stable, double fresh, double output) {
        double input() {
            return stable + fresh;
        }
    }

    IndependentCalculation(Map<String, Object> facts, Parameters parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    double fact(String id) {
        return ((Number) facts.get(id)).doubleValue();
    }

    double parameter(String key) {
        return parameters.get(key).range().likely().doubleValue();
    }

    double calls() {
        return fact("calls_per_day") * DAYS;
    }

    /** The call today: the stable part is never longer than the prompt. */
    Call today() {
        double stable = Math.min(fact("system_prompt_tokens"), fact("input_tokens"));
        return new Call(stable, fact("input_tokens") - stable, fact("output_tokens"));
    }

    /** The same text as another model counts it, with thinking where it cannot be switched off. */
    Call on(Model from, Model to) {
        double factor = !from.provider().equals(to.provider())
                ? parameter("tokens_other_vendor")
                : from.tokenizerFactor() == null || to.tokenizerFactor() == null
                        ? 1
                        : round6(to.tokenizerFactor().doubleValue()
                                / from.tokenizerFactor().doubleValue());
        double thinking = to.thinksAlways() && !from.thinksAlways() ? parameter("thinking_tokens") : 0;
        Call call = today();
        return new Call(call.stable() * factor, call.fresh() * factor, call.output() * factor + thinking);
    }

    /** c_in + c_out of one call with plain prices, retries included. */
    double plain(Model model, Call call) {
        return (1 + parameter("retry_rate"))
                * (call.input() * input(model, call) + call.output() * output(model, call))
                / MILLION;
    }

    /** The same with fresh p_in + stable (h p_cache + (1 - h) w). */
    double cached(Model model, Call call) {
        double write = model.prices().cacheWrite() == null
                        || model.prices().cacheWrite().isZero()
                ? input(model, call)
                : tier(model, call) == null
                        ? usd(model.prices().cacheWrite())
                        : usd(tier(model, call).cacheWrite());
        double best = withCache(model, call, hits(model, model.cache().ttlSeconds()), write);
        if (model.prices().cacheWriteHour() != null) {
            double hour = usd(model.prices().cacheWriteHour());
            if (tier(model, call) != null) {
                hour *= usd(tier(model, call).input()) / usd(model.prices().input());
            }
            best = Math.min(best, withCache(model, call, hits(model, 3600), hour));
        }
        return best;
    }

    /** Cached where the vendor does so by itself, or where it is cheaper; plain otherwise. */
    double cheapest(Model model, Call call) {
        if (!caches(model, call)) {
            return plain(model, call);
        }
        return model.cache().automatic() ? cached(model, call) : Math.min(cached(model, call), plain(model, call));
    }

    boolean caches(Model model, Call call) {
        double least = model.cache().minTokens() == null
                ? parameter("cache_minimum_tokens")
                : model.cache().minTokens();
        return model.prices().cachedInput() != null && call.stable() >= least;
    }

    /** Half of everything; listed where the list says so. */
    double batch(Model model, Call call) {
        boolean longer = tier(model, call) != null;
        double in = longer ? input(model, call) / 2 : usd(model.prices().batchInput());
        double out = longer ? output(model, call) / 2 : usd(model.prices().batchOutput());
        double retried = (1 + parameter("retry_rate")) / MILLION;
        if (!model.cache().automatic() || !caches(model, call)) {
            return retried * (call.input() * in + call.output() * out);
        }
        double write = model.prices().cacheWrite() == null
                        || model.prices().cacheWrite().isZero()
                ? in
                : (longer
                                ? usd(tier(model, call).cacheWrite())
                                : usd(model.prices().cacheWrite()))
                        / 2;
        double hit = hits(model, model.cache().ttlSeconds());
        return retried
                * (call.fresh() * in
                        + call.stable() * (hit * read(model, call) / 2 + (1 - hit) * write)
                        + call.output() * out);
    }

    /** An adapter on a vendor's dedicated GPU: whole replicas, at least one. */
    double dedicatedGpus(OpenModel model, GpuSpec gpu, double usdPerHour) {
        double hours = parameter("hours_per_month");
        double tokens = (tunedCall().input() + tunedCall().output()) * (1 + parameter("retry_rate"));
        double served = tokensPerSecond(model, gpu, tunedCall()) * hours * 3600 * parameter("gpu_utilisation");
        return Math.max(1, Math.ceil(calls() * Math.max(1, tokens) / served)) * usdPerHour * hours;
    }

    /** Decode B x BW x eff / (weights + B x KV x context), prefill FLOPS x eff / 2N, one after the other. */
    double tokensPerSecond(OpenModel model, GpuSpec gpu, Call call) {
        return tokensPerSecond(model, gpu, 1, call);
    }

    double tokensPerSecond(OpenModel model, GpuSpec gpu, int gpus, Call call) {
        double share = parameter("roofline_efficiency");
        double atOnce = parameter("gpu_requests_at_once");
        double context = Math.max(1, call.input() + call.output());
        double prefill = gpus
                * gpu.bf16Tflops().doubleValue()
                * 1e12
                * share
                / (2 * model.activeBillion().doubleValue() * 1e9);
        double weights =
                round6(model.paramsBillion().doubleValue() * model.weightBytes().doubleValue());
        double kv = round6(2.0 * model.layers() * model.kvHeads() * model.headDim() * 2 / 1e9);
        double decode = Math.min(
                prefill,
                atOnce
                        * gpus
                        * gpu.memoryTbPerSecond().doubleValue()
                        * 1000
                        * share
                        / (weights + atOnce * kv * context));
        return context / ((context - call.output()) / prefill + call.output() / decode);
    }

    /** s falls to what a tuned model needs, k = 0. */
    Call tunedCall() {
        Call call = today();
        return new Call(Math.min(call.stable(), parameter("tuned_prompt_tokens")), call.fresh(), call.output());
    }

    /** U = labels + runs x (training + evaluation) + hours x rate, and what comes back each month. */
    Amounts tuning(double run, double perCall, double usdPerMillion, boolean validation) {
        boolean usable = "verified".equals(facts.get("labels"));
        double have = usable ? fact("examples") : 0;
        double label = parameter("label_usd_each") * (1 + parameter("labels_overhead_share"));
        double examples = Math.max(have, parameter("training_examples"));
        double tokens = examples * parameter("tokens_per_training_example") * parameter("epochs")
                + (validation ? parameter("eval_items") * parameter("tokens_per_training_example") : 0);
        double training = tokens * usdPerMillion / MILLION;
        double evaluation = parameter("eval_items") * perCall;
        double setup = Math.max(0, parameter("training_examples") - have) * label
                + Math.max(0, parameter("eval_items") - fact("eval_items")) * label
                + parameter("training_runs") * (training + evaluation)
                + parameter("engineer_hours_fine_tuning") * parameter("engineer_usd_per_hour");
        double upkeep = parameter("retrains_per_year")
                        / 12
                        * (training + parameter("training_examples") * parameter("label_refresh_share") * label)
                + parameter("eval_runs_per_month") * evaluation
                + parameter("maintenance_hours_per_month_tuned") * parameter("engineer_usd_per_hour");
        return new Amounts(setup, run, upkeep);
    }

    private double withCache(Model model, Call call, double hit, double write) {
        return (1 + parameter("retry_rate"))
                * (call.fresh() * input(model, call)
                        + call.stable() * (hit * read(model, call) + (1 - hit) * write)
                        + call.output() * output(model, call))
                / MILLION;
    }

    /** Poisson arrivals: a call hits unless the last one is longer ago than an entry lives. */
    private double hits(Model model, double life) {
        if (parameters.get("cache_hit_rate").basis().label().equals("given")) {
            return parameter("cache_hit_rate");
        }
        double best = parameter(model.cache().automatic() ? "cache_hits_automatic" : "cache_hits_warm");
        return best * (1 - Math.exp(-fact("calls_per_day") * life / 86_400));
    }

    private double read(Model model, Call call) {
        return tier(model, call) == null
                ? usd(model.prices().cachedInput())
                : usd(tier(model, call).cachedInput());
    }

    private double input(Model model, Call call) {
        return tier(model, call) == null
                ? usd(model.prices().input())
                : usd(tier(model, call).input());
    }

    private double output(Model model, Call call) {
        return tier(model, call) == null
                ? usd(model.prices().output())
                : usd(tier(model, call).output());
    }

    /** The tier of a whole request, never of a monthly total. */
    private static LongContext tier(Model model, Call call) {
        LongContext tier = model.longContext();
        return tier != null && call.input() > tier.thresholdTokens() ? tier : null;
    }

    static double usd(dev.tunewise.money.Money price) {
        return price.amount().doubleValue();
    }

    private static double round6(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6))
                .doubleValue();
    }
}
