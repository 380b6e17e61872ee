package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How long prompts and answers are: today, and with a tuned model that needs fewer instructions. */
public final class PromptLength {
    /** Of a bill that the told answers would use up alone, so much is taken as the prompt's. */
    private static final BigDecimal LEAST_FOR_INPUT = new BigDecimal("0.2");

    private static final BigDecimal NO_STEP = BigDecimal.valueOf(Long.MAX_VALUE);

    /** All input tokens of a call. */
    public final Formula input;
    /** Output tokens of a call. */
    public final Formula output;
    /** The part of the input that is the same in every call. */
    public final Formula stable;
    /** The rest of the input. */
    public final Formula fresh;
    /** The stable part that a tuned model still needs. */
    final Formula tunedStable;
    /** All input tokens of a call to a tuned model. */
    public final Formula tunedInput;

    PromptLength(CostContext situation, TodayModel today) {
        Optional<Leaf> system = situation.fact(
                "system_prompt_tokens", CostInput.Kind.COUNT, "stable part of the prompt", "prompt tokens");
        Formula systemTokens = system.isPresent() ? system.get() : situation.parameter("system_prompt_tokens");
        Optional<Leaf> given =
                situation.fact("input_tokens", CostInput.Kind.COUNT, "input tokens a call", "input tokens");
        Optional<Leaf> answered =
                situation.fact("output_tokens", CostInput.Kind.COUNT, "output tokens a call", "output tokens");
        Formula usual =
                situation.parameter(situation.facts.shortAnswers() ? "output_tokens_short" : "output_tokens_long");
        Optional<Billed> billed = given.isPresent()
                ? Optional.empty()
                : billed(
                        situation,
                        today,
                        Formula.sum(systemTokens, situation.parameter("query_tokens")),
                        answered.isPresent() ? answered.get() : usual,
                        answered.isPresent());
        // A cache makes the prompt of a bill cheap and leaves the answers as they are.
        boolean cached = system.isPresent()
                && billed.filter(lengths -> lengths.input()
                                        .exact(ValuePoint.likely())
                                        .compareTo(system.get().exact(ValuePoint.likely()))
                                < 0)
                        .isPresent();
        output = answered.<Formula>map(said -> said)
                .or(() -> cached ? Optional.empty() : billed.flatMap(Billed::output))
                .orElse(usual);
        // A bill may imply less than the prompt that was said, where a cache makes it cheap.
        Optional<Formula> known = given.<Formula>map(said -> said)
                .or(() -> billed.map(Billed::input)
                        .map(bill -> system.isEmpty()
                                ? bill
                                : Formula.larger(bill, system.get()).counted("input tokens")));
        if (known.isPresent()) {
            input = known.get();
            stable = Formula.smaller(systemTokens, input).counted("stable prompt tokens");
            fresh = input.minus(stable).atLeast(0).counted("fresh tokens");
        } else {
            stable = systemTokens;
            fresh = situation.parameter("query_tokens");
            input = Formula.sum(stable, fresh).counted("input tokens");
        }
        tunedStable = Formula.smaller(stable, situation.parameter("tuned_prompt_tokens"))
                .counted("prompt tokens once tuned");
        tunedInput = Formula.sum(fresh, tunedStable).counted("input tokens once tuned");
    }

    public CallTokens today() {
        return new CallTokens(input, stable, fresh, output);
    }

    /** The tokens of a call to a tuned model, which needs fewer instructions. */
    public CallTokens tuned() {
        return new CallTokens(tunedInput, tunedStable, fresh, output);
    }

    /** The tokens of the same call as another model counts them, with the thinking that it does not go without. */
    public CallTokens on(CostContext context, Model other) {
        return TokenRecount.on(context, other, today());
    }

    public double likelyInput() {
        return input.exact(ValuePoint.likely()).doubleValue();
    }

    public double likelyTokens() {
        return likelyInput() + output.exact(ValuePoint.likely()).doubleValue();
    }

    /** Lengths that a bill implies. `output`: empty where somebody told it. */
    private record Billed(Formula input, Optional<Formula> output) {}

    /**
     * Lengths worked out from what a thousand calls cost, where the model is priced and nobody told the prompt: as many times the usual ones as the
     * bill is what those would cost, or what a told answer leaves of it. Where long prompts cost more, by the prices of the step that they then reach;
     * a bill between the two steps is one of the longest prompt at the lower.
     */
    private static Optional<Billed> billed(
            CostContext situation, TodayModel today, Formula prompt, Formula answer, boolean answerTold) {
        Optional<BigDecimal> bill = situation
                .fact("cost_per_1k_calls", CostInput.Kind.MONEY, "cost of 1,000 calls", "per 1,000 calls")
                .map(told -> situation.at(told, CostContext.TOKEN_PRICES).exact(ValuePoint.likely()));
        Model model = today.model();
        if (!today.isPriced() || bill.isEmpty() || model == null) {
            return Optional.empty();
        }
        BigDecimal perCall = bill.get().movePointLeft(3).movePointRight(6);
        Bill paid = new Bill(perCall, prompt.exact(ValuePoint.likely()), answer.exact(ValuePoint.likely()), answerTold);
        if (!paid.tells(today)) {
            return Optional.empty();
        }
        LongContext step = model.longContext();
        BigDecimal longest = step == null ? NO_STEP : BigDecimal.valueOf(step.thresholdTokens());
        TodayModel dearer = today.at(situation, longest.doubleValue() + 1);
        boolean above = tokens(paid.forInput(today), today.input()).compareTo(longest) > 0
                && tokens(paid.forInput(dearer), dearer.input()).compareTo(longest) > 0;
        TodayModel reached = above ? dearer : today;
        BigDecimal forInput = paid.forInput(reached);
        if (!above) {
            forInput = forInput.min(longest.multiply(price(today.input())));
        }
        Range input = new Range(
                above ? longest.add(BigDecimal.ONE) : BigDecimal.ZERO,
                tokens(forInput, reached.input()),
                above ? NO_STEP : longest);
        return Optional.of(new Billed(
                derived(situation, "input", input, today.name()),
                answerTold || paid.forAnswer(today).signum() == 0
                        ? Optional.empty()
                        : Optional.of(derived(
                                situation,
                                "output",
                                new Range(
                                        BigDecimal.ZERO, tokens(perCall.subtract(forInput), reached.output()), NO_STEP),
                                today.name()))));
    }

    /**
     * What a call costs, in millionths of a dollar.
     *
     * @param prompt tokens that are usual
     * @param answer tokens that were told or are usual
     */
    private record Bill(BigDecimal perCall, BigDecimal prompt, BigDecimal answer, boolean answerTold) {
        boolean tells(TodayModel model) {
            return perCall.signum() > 0
                    && price(model.input()).signum() > 0
                    && (answerTold || prompt.signum() > 0 || forAnswer(model).signum() > 0);
        }

        BigDecimal forInput(TodayModel model) {
            BigDecimal usual = prompt.multiply(price(model.input()));
            return answerTold
                    ? perCall.subtract(forAnswer(model)).max(perCall.multiply(LEAST_FOR_INPUT))
                    : perCall.multiply(usual).divide(usual.add(forAnswer(model)), MathContext.DECIMAL64);
        }

        BigDecimal forAnswer(TodayModel model) {
            return answer.multiply(price(model.output()));
        }
    }

    private static BigDecimal price(Formula of) {
        return of.exact(ValuePoint.likely());
    }

    private static BigDecimal tokens(BigDecimal money, Formula price) {
        return money.divide(price(price), 0, RoundingMode.HALF_UP);
    }

    /** `within`: the likely number, and between which it lies for certain. */
    private static Formula derived(CostContext situation, String side, Range within, String model) {
        BigDecimal half = within.likely().divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
        return situation.leaf(new CostInput(
                "derived:" + side + "_tokens",
                side + " tokens a call",
                new Range(
                        half.max(within.low()),
                        within.likely(),
                        within.likely().add(half).min(within.high())),
                CostInput.Kind.COUNT,
                side + " tokens",
                FigureBasis.DERIVED,
                "from the cost of 1,000 calls and the prices of " + model));
    }
}
