package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How long prompts and answers are: today, and with a tuned model that needs fewer instructions. */
public final class PromptLength {
    /** Of a bill that the told answers would use up alone, so much is taken as the prompt's. */
    private static final BigDecimal LEAST_FOR_INPUT = new BigDecimal("0.2");

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

    PromptLength(CostContext situation) {
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
     * bill is what those would cost, or what a told answer leaves of it.
     */
    private static Optional<Billed> billed(CostContext situation, Formula prompt, Formula answer, boolean answerTold) {
        Optional<BigDecimal> bill = situation
                .fact("cost_per_1k_calls", CostInput.Kind.MONEY, "cost of 1,000 calls", "per 1,000 calls")
                .map(told -> situation.at(told, CostContext.TOKEN_PRICES).exact(ValuePoint.likely()));
        if (!situation.model.isPriced() || bill.isEmpty() || situation.model.model() == null) {
            return Optional.empty();
        }
        ValuePoint point = ValuePoint.likely();
        BigDecimal inputPrice = situation.model.input().exact(point);
        BigDecimal perCall = bill.get().movePointLeft(3).movePointRight(6);
        if (inputPrice.signum() <= 0 || perCall.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal forOutput =
                answer.exact(point).multiply(situation.model.output().exact(point));
        BigDecimal usual = prompt.exact(point).multiply(inputPrice);
        if (!answerTold && usual.add(forOutput).signum() == 0) {
            return Optional.empty();
        }
        BigDecimal forInput = answerTold
                ? perCall.subtract(forOutput).max(perCall.multiply(LEAST_FOR_INPUT))
                : perCall.multiply(usual).divide(usual.add(forOutput), MathContext.DECIMAL64);
        return Optional.of(new Billed(
                derived(situation, "input", forInput.divide(inputPrice, 0, RoundingMode.HALF_UP)),
                answerTold || forOutput.signum() == 0
                        ? Optional.empty()
                        : Optional.of(derived(
                                situation,
                                "output",
                                perCall.subtract(forInput)
                                        .divide(situation.model.output().exact(point), 0, RoundingMode.HALF_UP)))));
    }

    private static Formula derived(CostContext situation, String side, BigDecimal tokens) {
        BigDecimal half = tokens.divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
        return situation.leaf(new CostInput(
                "derived:" + side + "_tokens",
                side + " tokens a call",
                new Range(half, tokens, tokens.add(half)),
                CostInput.Kind.COUNT,
                side + " tokens",
                FigureBasis.DERIVED,
                "from the cost of 1,000 calls and the prices of " + situation.model.name()));
    }
}
