package dev.tunewise.costing;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.money.Range;
import java.util.HashMap;
import java.util.Map;

/** Answers as the cost model takes them: what people left open stays a range, and what nobody knows is left out. */
final class CaseFacts {
    static Map<String, Object> of(Answers answers) {
        return of(new FigureRequest(answers.raw(), answers.ranges(), answers.assumed(), Map.of()));
    }

    static Map<String, Object> of(FigureRequest request) {
        Map<String, Object> facts = new HashMap<>();
        for (String fact : CostCase.USED) {
            Value.Quantity range = request.ranges().get(fact);
            Object value = range == null ? request.known().get(fact) : range(range);
            if (value != null && !request.assumed().contains(fact)) {
                facts.put(fact, value);
            }
        }
        return facts;
    }

    private static Range range(Value.Quantity quantity) {
        return new Range(quantity.low(), quantity.value(), quantity.high());
    }
}
