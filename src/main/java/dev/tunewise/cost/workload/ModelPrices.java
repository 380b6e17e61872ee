package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.money.Money;
import dev.tunewise.money.Rounding;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.TokenPrices;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token prices of a model as figures, in the tier that a prompt falls into, at once or as a batch. A price is looked up when it is first
 * asked for; what is not known is then among the missing ones. What a list leaves out of a tier or a batch follows its other prices there.
 */
public final class ModelPrices {
    private static final String BATCH = "batch_multiplier";

    private final CostContext context;
    private final Model model;
    private final @Nullable LongContext tier;
    private final boolean batch;
    private final Set<String> missing = new LinkedHashSet<>();

    private ModelPrices(CostContext context, Model model, @Nullable LongContext tier, boolean batch) {
        this.context = context;
        this.model = model;
        this.tier = tier;
        this.batch = batch;
    }

    public static ModelPrices of(CostContext context, Model model, double promptTokens) {
        return new ModelPrices(context, model, model.pricesAt(promptTokens), false);
    }

    public ModelPrices inBatch() {
        return new ModelPrices(context, model, tier, true);
    }

    public Model model() {
        return model;
    }

    /** Prices that were asked for and are not known. */
    public Set<String> missing() {
        return missing;
    }

    /** Dollars per 1,000,000 input tokens. */
    public Formula input() {
        return plain("input", tier == null ? prices().input() : tier.input(), prices().batchInput());
    }

    /** Dollars per 1,000,000 output tokens. */
    public Formula output() {
        return plain("output", tier == null ? prices().output() : tier.output(), prices().batchOutput());
    }

    /** Dollars per 1,000,000 tokens read from the cache. */
    public Formula cachedInput() {
        Money listed = tier == null ? prices().cachedInput() : tier.cachedInput();
        return ofCache(
                "cached_read_multiplier", "cached input", listed == null ? inTier(prices().cachedInput()) : listed);
    }

    /** Dollars per 1,000,000 tokens written to the cache; those of fresh input where the vendor asks nothing more. */
    public Formula cacheWrite(boolean byTheHour) {
        Money plain = byTheHour ? prices().cacheWriteHour() : prices().cacheWrite();
        Money listed = tier == null || byTheHour ? null : tier.cacheWrite();
        Money price = listed == null ? inTier(plain) : listed;
        boolean free = price == null || price.isZero();
        return free && isListed("cache_write_multiplier")
                ? input()
                : ofCache("cache_write_multiplier", byTheHour ? "cache writing for an hour" : "cache writing", price);
    }

    /** Likely dollars per 1,000,000 tokens read from the cache; nothing where the price is not known. */
    public Optional<Money> likelyCachedInput() {
        Money plain = prices().cachedInput();
        return Optional.ofNullable(inTier(plain));
    }

    /** A price of short prompts as it is in this tier, where the list does not say. */
    private @Nullable Money inTier(@Nullable Money price) {
        Money list = prices().input();
        Money inTier = tier == null ? null : tier.input();
        return price == null || list == null || inTier == null || list.isZero()
                ? price
                : Money.of(Rounding.divide(price.amount().multiply(inTier.amount()), list.amount()));
    }

    private Formula plain(String part, @Nullable Money price, @Nullable Money batchPrice) {
        if (!batch) {
            return figure(part, price);
        }
        boolean listed = tier == null && isListed(BATCH);
        return batchPrice == null || listed
                ? figure("batch " + part, batchPrice)
                : Formula.product(figure(part, price), context.parameter(BATCH));
    }

    /** A price of the cache, at the batch discount in a batch. */
    private Formula ofCache(String parameter, String part, @Nullable Money price) {
        if (!isListed(parameter)) {
            return Formula.product(input(), context.parameter(parameter));
        }
        return batch ? Formula.product(figure(part, price), context.parameter(BATCH)) : figure(part, price);
    }

    /** Says whether price lists count, and not a multiple that somebody has set by hand. */
    private boolean isListed(String parameter) {
        return context.facts.parameters().get(parameter).basis() != FigureBasis.GIVEN;
    }

    private Formula figure(String part, @Nullable Money price) {
        String name = model.name() + (tier == null ? "" : " for long prompts");
        PriceName priceName = PriceName.tokens(model.id() + (tier == null ? "" : ":long"), name, part);
        Optional<Formula> known = context.price(price, priceName, model.provenance());
        if (known.isEmpty()) {
            missing.add(priceName.what());
        }
        return known.map(listed -> context.discounted(listed, model.provider())).orElseGet(() -> Formula.number(0));
    }

    private TokenPrices prices() {
        return model.prices();
    }
}
