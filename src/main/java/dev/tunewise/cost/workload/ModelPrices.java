package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token prices of a model as figures, in the tier that a prompt of a given length falls into.
 *
 * @param input dollars per 1,000,000 input tokens
 * @param output dollars per 1,000,000 output tokens
 * @param missing what is not known
 */
public record ModelPrices(Formula input, Formula output, List<String> missing) {

    public static ModelPrices of(CostContext situation, Model model, @Nullable Range promptTokens) {
        return of(
                situation,
                model,
                promptTokens == null ? 0 : promptTokens.likely().doubleValue());
    }

    public static ModelPrices of(CostContext situation, Model model, double promptTokens) {
        LongContext tier = model.longContext();
        boolean longPrompt = tier != null && promptTokens > tier.thresholdTokens();
        Money input = tier != null && longPrompt ? tier.input() : model.prices().input();
        Money output =
                tier != null && longPrompt ? tier.output() : model.prices().output();
        String suffix = longPrompt ? ":long" : "";
        String name = model.name() + (longPrompt ? " for long prompts" : "");
        List<String> missing = new ArrayList<>();
        return new ModelPrices(
                figure(situation, model, input, PriceName.tokens(model.id() + suffix, name, "input"), missing),
                figure(situation, model, output, PriceName.tokens(model.id() + suffix, name, "output"), missing),
                missing);
    }

    private static Formula figure(
            CostContext situation, Model model, @Nullable Money price, PriceName name, List<String> missing) {
        Optional<Formula> known = situation.price(price, name, model.provenance());
        if (known.isEmpty()) {
            missing.add(name.what());
        }
        return known.orElseGet(() -> Formula.number(0));
    }
}
