package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;

/**
 * What a comparison of options may not recommend, and when. It only tests facts, never figures, since figures rest on it.
 */
public record Exclusion(String id, Condition when, List<String> levers, List<Citation> sources, Position position) {
    public Exclusion {
        levers = List.copyOf(levers);
        sources = List.copyOf(sources);
    }
}
