package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.money.Range;
import dev.tunewise.money.Rounding;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the tokens of a call when another model counts them: its tokenizer, and thinking that cannot be switched off. */
final class TokenRecount {
    private static final BigDecimal MOST_MORE = new BigDecimal("1.35");
    private static final MathContext SIX_DIGITS = new MathContext(6);

    /** Tokens counted by today's model as another one counts them. */
    static CallTokens on(CostContext context, Model other, CallTokens tokens) {
        Model today = context.model.model();
        Optional<Formula> factor = factor(context, today, other);
        boolean thinks = other.thinksAlways() && !(today != null && today.thinksAlways());
        if (factor.isEmpty() && !thinks) {
            return tokens;
        }
        Formula output = scaled("output tokens", tokens.output(), factor, other);
        return new CallTokens(
                scaled("input tokens", tokens.input(), factor, other),
                scaled("stable prompt tokens", tokens.stable(), factor, other),
                scaled("fresh tokens", tokens.fresh(), factor, other),
                thinks
                        ? Formula.sum(output, context.parameter("thinking_tokens"))
                                .counted("output tokens with thinking")
                        : output);
    }

    private static Formula scaled(String what, Formula tokens, Optional<Formula> factor, Model model) {
        return factor.<Formula>map(
                        times -> Formula.product(tokens, times).counted(what + " as " + model.name() + " counts"))
                .orElse(tokens);
    }

    /** How many tokens the other model counts for each of today's; empty where it is one for one. */
    private static Optional<Formula> factor(CostContext context, @Nullable Model today, Model other) {
        if (today == null || !today.provider().equals(other.provider())) {
            return today != null && today.id().equals(other.id())
                    ? Optional.empty()
                    : Optional.of(context.parameter("tokens_other_vendor"));
        }
        BigDecimal from = today.tokenizerFactor();
        BigDecimal to = other.tokenizerFactor();
        if (from == null || to == null || from.compareTo(to) == 0) {
            return Optional.empty();
        }
        BigDecimal times = Rounding.divide(to, from).round(SIX_DIGITS);
        boolean more = times.compareTo(BigDecimal.ONE) > 0;
        BigDecimal least = Rounding.divide(BigDecimal.ONE, MOST_MORE).round(SIX_DIGITS);
        return Optional.of(context.leaf(new CostInput(
                "tokens:" + today.id() + ":" + other.id(),
                "tokens of " + other.name() + " for each of " + today.name(),
                more
                        ? new Range(BigDecimal.ONE, times, times.max(MOST_MORE))
                        : new Range(least.min(times), times, BigDecimal.ONE),
                CostInput.Kind.COUNT,
                "tokens of " + other.name() + " for each of " + today.name(),
                FigureBasis.SOURCED,
                "the vendor's own figure: about 30 % more for the same text, between 0 and 35 %")));
    }
}
