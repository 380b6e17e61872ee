package dev.tunewise.price.figure;

/**
 * One figure that differs between two catalogues.
 *
 * @param field name of the figure, as in the price files
 * @param before the figure before; empty when it was unknown
 * @param after the figure after; empty when it is unknown now
 */
public record PriceChange(String model, String field, String before, String after) {}
