package dev.tunewise.flow.prior;

import dev.tunewise.flow.Expectations.Prior;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team as it may be.
 *
 * @param facts raw values of all facts that are known or drawn
 * @param drawn the value that each open fact was drawn from, null for the others, in the order of the places
 * @param places where each fact stands among them
 * @param weight how well it goes with what is known, above 0
 * @param likelihood how likely its open values are together
 */
public record DrawnTeam(
        Map<String, Object> facts,
        List<Prior.@Nullable Span> drawn,
        Map<String, Integer> places,
        double weight,
        double likelihood) {}
