package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;

/**
 * What follows from other answers and is therefore not asked: it is shown as taken from them, and may be changed.
 *
 * @param fact id of the fact that follows
 * @param value its value
 * @param when over the facts it follows from
 * @param sources where the conclusion comes from; empty for an assumption
 * @param position where it is declared
 */
public record Implication(String fact, Value value, Condition when, List<Citation> sources, Position position) {
    public Implication {
        sources = List.copyOf(sources);
    }
}
