package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How long prompts and answers are: today, and with a tuned model that needs fewer instructions. */
public final class PromptLength {
    /** Of a bill that the assumed answers would use up alone, so much is taken as the prompt's: a dearer bill never means a shorter prompt. */
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
        output = output(situation);
        Optional<Leaf> given =
                situation.fact("input_tokens", CostInput.Kind.COUNT, "input tokens a call", "input tokens");
        // A bill may imply less than the prompt that was said, where a cache makes it cheap.
        Optional<Formula> known = given.<Formula>map(said -> said)
                .or(() -> fromBill(situation)
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

    private static Formula output(CostContext situation) {
        Optional<Leaf> given =
                situation.fact("output_tokens", CostInput.Kind.COUNT, "output tokens a call", "output tokens");
        if (given.isPresent()) {
            return given.get();
        }
        return situation.parameter(situation.facts.shortAnswers() ? "output_tokens_short" : "output_tokens_long");
    }

    /** Input tokens worked out from what a thousand calls cost, where the model is priced and the tokens are not known. */
    private Optional<Leaf> fromBill(CostContext situation) {
        Model model = situation.model.model();
        Optional<Range> bill = situation.facts.quantity("cost_per_1k_calls");
        if (!situation.model.isPriced() || bill.isEmpty() || model == null) {
            return Optional.empty();
        }
        ValuePoint point = ValuePoint.likely();
        BigDecimal inputPrice = situation.model.input().exact(point);
        BigDecimal perCall = bill.get().likely().movePointLeft(3).movePointRight(6);
        if (inputPrice.signum() <= 0 || perCall.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal forInput = perCall.subtract(
                        output.exact(point).multiply(situation.model.output().exact(point)))
                .max(perCall.multiply(LEAST_FOR_INPUT));
        BigDecimal tokens = forInput.divide(inputPrice, 0, RoundingMode.HALF_UP);
        BigDecimal half = tokens.divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
        return Optional.of(situation.leaf(new CostInput(
                "derived:input_tokens",
                "input tokens a call",
                new Range(half, tokens, tokens.add(half)),
                CostInput.Kind.COUNT,
                "input tokens",
                FigureBasis.DERIVED,
                "from the cost of 1,000 calls and the prices of " + model.name())));
    }
}
