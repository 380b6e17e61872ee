package dev.tunewise.price.figure;

import dev.tunewise.price.file.PositionedJson;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * What a price list asks for a kind of thing: a new price far from it is more likely a slip.
 *
 * @param of what has these prices; empty for one price that changes
 */
public record UsualPrice(BigDecimal low, BigDecimal high, String of) {
    /** Where nothing is known that a price could be held against. */
    public static final UsualPrice NONE = new UsualPrice(BigDecimal.ZERO, BigDecimal.ZERO, "");

    /** From the cheapest to the dearest of a list. */
    public static UsualPrice range(Collection<PositionedJson.Obj> entries, String field) {
        List<BigDecimal> prices = prices(entries, field);
        return prices.isEmpty() ? NONE : new UsualPrice(prices.getFirst(), prices.getLast(), "the list");
    }

    /** The middle one of a list, for things of one kind. */
    public static UsualPrice middle(Collection<PositionedJson.Obj> entries, String field) {
        List<BigDecimal> prices = prices(entries, field);
        BigDecimal middle = prices.isEmpty() ? BigDecimal.ZERO : prices.get(prices.size() / 2);
        return new UsualPrice(middle, middle, "the list");
    }

    /** What a new price is compared with, as part of a sentence. */
    String told(boolean up) {
        String price = (up ? high : low).toPlainString();
        return of.isEmpty()
                ? ""
                : low.compareTo(high) == 0
                        ? " as the middle one on " + of + " (" + price + ")"
                        : " as the " + (up ? "dearest" : "cheapest") + " on " + of + " (" + price + ")";
    }

    private static List<BigDecimal> prices(Collection<PositionedJson.Obj> entries, String field) {
        return entries.stream()
                .map(entry -> PriceFigures.of(entry, List.of(field)).getOrDefault(field, ""))
                .filter(figure -> figure.matches("\\d+(\\.\\d+)?"))
                .map(BigDecimal::new)
                .filter(price -> price.signum() > 0)
                .sorted()
                .toList();
    }
}
