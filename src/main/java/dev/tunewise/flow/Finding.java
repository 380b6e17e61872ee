package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;

/** A risk or anti-pattern seen in the answers. It never causes a question. */
public record Finding(String id, Condition when, List<Citation> sources, Position position) {}
