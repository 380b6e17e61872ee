package dev.tunewise.cost.formula;

/**
 * What a price is the price of.
 *
 * @param what for example "input of Claude Sonnet 4.6"
 * @param unit what is counted, for example "input tokens" or "an hour"
 */
public record PriceName(String key, String what, CostInput.Kind kind, String unit) {
    public static PriceName tokens(String owner, String ownerName, String part) {
        return new PriceName(
                "price:" + owner + ":" + part, part + " of " + ownerName, CostInput.Kind.PER_MILLION, part + " tokens");
    }
}
