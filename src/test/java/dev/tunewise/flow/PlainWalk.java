package dev.tunewise.flow;

import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.walk.BoundaryValues;
import dev.tunewise.flow.walk.FlowPredicates;
import dev.tunewise.testing.Unheeded;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks every interview one by one, without remembering any state: slow, and plain enough to be right. */
public final class PlainWalk {
    private final Flow flow;
    private final BoundaryValues boundaries;
    private final Set<String> fired = new HashSet<>();
    private long interviews;
    private long deadEnds;
    private int longest;

    public PlainWalk(Flow flow) {
        this.flow = flow;
        this.boundaries = new BoundaryValues(flow, new FlowPredicates(flow));
        walk(new LinkedHashMap<>(), 0);
    }

    private void walk(Map<String, Object> known, int questions) {
        Optional<String> figure = readyFigure(known);
        if (figure.isPresent()) {
            branch(figure.get(), known, questions);
            return;
        }
        InterviewStatus standing = new Interview(flow, Unheeded.figures()).standing(known);
        if (!standing.asks().isEmpty()) {
            branch(standing.asks().getFirst(), known, questions + 1);
            return;
        }
        interviews++;
        longest = Math.max(longest, questions);
        if (standing instanceof InterviewStatus.Decided decided) {
            fired.add(decided.rule().id());
        } else {
            deadEnds++;
        }
    }

    private void branch(String id, Map<String, Object> known, int questions) {
        for (Object value : boundaries.values(id, known)) {
            known.put(id, value);
            walk(known, questions);
            known.remove(id);
        }
    }

    /** A figure that the first open rule waits for and that could be worked out. */
    private Optional<String> readyFigure(Map<String, Object> known) {
        for (Rule rule : flow.rules()) {
            switch (rule.when().evaluate(known)) {
                case Tristate.False() -> {}
                case Tristate.True() -> {
                    return Optional.empty();
                }
                case Tristate.Needs(Set<String> needs) -> {
                    return flow.figures().stream()
                            .filter(figure -> needs.contains(figure.id()))
                            .filter(figure -> new FigureInputs(flow)
                                    .missing(figure, known)
                                    .isEmpty())
                            .map(Figure::id)
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    public double interviews() {
        return interviews;
    }

    public double deadEnds() {
        return deadEnds;
    }

    public int longest() {
        return longest;
    }

    public Set<String> fired() {
        return fired;
    }
}
