package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Truth;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Interview;
import dev.tunewise.flow.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers under advice, with figures worked out at most once for each set of answers. Made for one call, not thread-safe. */
final class Case {
    final Flow flow;
    final Answers answers;
    final Standing standing;
    private final MemoFigures figures;
    private final Interview interview;
    private final Words words;
    private final Map<String, Object> known;

    Case(Flow flow, Figures figures, Words words, Answers answers) {
        this.flow = flow;
        this.answers = answers;
        this.words = words;
        this.figures = new MemoFigures(figures);
        interview = new Interview(flow, this.figures);
        standing = interview.standing(answers);
        known = interview.known(answers);
    }

    /** Raw values of the answers and of all figures that can be worked out from them. */
    Map<String, Object> known() {
        return known;
    }

    Truth evaluate(Condition condition) {
        return condition.evaluate(known);
    }

    Truth evaluate(Condition condition, Answers others) {
        return interview.evaluate(condition, others);
    }

    List<String> missing(Condition condition, Answers others) {
        return interview.missing(condition, others);
    }

    int workings() {
        return figures.workings();
    }

    /** The known ones among these facts and figures, in the flow's order. */
    List<Basis> basis(Set<String> ids) {
        List<Basis> basis = new ArrayList<>();
        for (Fact fact : flow.facts()) {
            Given given = answers.get(fact.id()).orElse(null);
            if (given != null && ids.contains(fact.id())) {
                basis.add(new Basis(
                        fact.id(),
                        words.label(fact.id()),
                        words.value(fact.id(), given.value().raw()),
                        given));
            }
        }
        for (Figure figure : flow.figures()) {
            Object value = known.get(figure.id());
            if (value != null && ids.contains(figure.id())) {
                basis.add(new Basis(figure.id(), words.label(figure.id()), words.value(figure.id(), value), null));
            }
        }
        return basis;
    }
}
