package dev.tunewise.cost.formula;

import dev.tunewise.money.Money;

/**
 * What choosing an option is worth today over the horizon, discounted.
 *
 * @param steadyPrices with token prices as they are
 * @param fallingPrices with token prices falling at the likely yearly rate
 */
public record PresentValue(Money steadyPrices, Money fallingPrices) {}
