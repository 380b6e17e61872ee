package dev.tunewise.flow.prior;

import dev.tunewise.flow.Expectations.Prior;
import java.util.Map;

/**
 * A team as it may be.
 *
 * @param facts raw values of all facts that are known or drawn
 * @param drawn the values that each open fact was drawn from, by fact
 * @param weight how well it goes with what is known, above 0
 * @param likelihood how likely its open values are together
 */
public record DrawnTeam(Map<String, Object> facts, Map<String, Prior.Span> drawn, double weight, double likelihood) {}
