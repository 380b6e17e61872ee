package dev.tunewise.price.offer;

import dev.tunewise.money.Money;

/**
 * One item of a vector store's price list.
 *
 * @param mode product or plan
 * @param low dollars per unit, at least
 * @param high dollars per unit, at most
 * @param unit for example {@code month} or {@code million}
 * @param note what a reader should know; may be empty
 */
public record VectorStorePrice(
        String service,
        String mode,
        String item,
        Money low,
        Money high,
        String unit,
        Provenance provenance,
        String note) {}
