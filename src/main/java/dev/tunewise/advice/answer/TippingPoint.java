package dev.tunewise.advice.answer;

import dev.tunewise.flow.Expectations.Implication;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From which amount on the choice is another one, where nobody named that amount and all else that the comparison needs is known or follows: nothing
 * beside it is assumed than that what must be said with yes is not so.
 *
 * @param compared an interview whose figures compare options
 */
record TippingPoint(Flow flow, Interview compared) {
    /** The amount and what is the cheapest below it, by figure; empty where more is open. `told`: what was said, and figures of it. */
    Map<String, Object> of(Answers stated, Map<String, Object> told) {
        Flow.Tipping tipping = flow.controls().tipping();
        if (tipping == null || told.containsKey(tipping.figure())) {
            return Map.of();
        }
        Figure figure = flow.figure(tipping.figure()).orElseThrow();
        Answers full = stated;
        Map<String, Object> known = new HashMap<>(told);
        for (List<Fact> open = open(figure, known); !open.isEmpty(); open = open(figure, known)) {
            for (Fact fact : open) {
                Optional<Value> value = standIn(fact, known);
                if (value.isEmpty()) {
                    return Map.of();
                }
                full = full.with(fact.id(), new SourcedAnswer(value.get(), true, null));
                known.put(fact.id(), value.get().raw());
            }
        }
        Map<String, Object> figures = new HashMap<>(compared.known(full));
        figures.keySet().retainAll(List.of(tipping.figure(), tipping.rival()));
        return figures;
    }

    private List<Fact> open(Figure figure, Map<String, Object> known) {
        return new FigureInputs(flow)
                .missing(figure, known).stream()
                        .flatMap(id -> flow.fact(id).stream())
                        .toList();
    }

    private Optional<Value> standIn(Fact fact, Map<String, Object> known) {
        boolean mayBeOpen =
                fact.type() == FactType.YES_NO || flow.controls().thresholds().indexOf(fact.id()) == 0;
        return flow.expectations().implications().stream()
                .filter(each -> each.fact().equals(fact.id()) && each.when().holds(known))
                .map(Implication::value)
                .findFirst()
                .or(() -> mayBeOpen ? Optional.of(fact.assume()) : Optional.empty());
    }
}
