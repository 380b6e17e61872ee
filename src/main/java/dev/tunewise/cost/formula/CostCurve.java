package dev.tunewise.cost.formula;

import java.util.List;

/**
 * What an option costs over the horizon at different volumes, every other figure likely.
 *
 * @param total dollars over the horizon at each
 */
public record CostCurve(String optionId, String title, List<Double> callsPerDay, List<Double> total) {}
