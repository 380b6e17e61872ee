package dev.tunewise.costing;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.money.Range;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as the cost model takes them: what people left open stays a range. */
final class CaseFacts {
    private CaseFacts() {}

    static Map<String, Object> of(Answers answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        answers.all().forEach((fact, given) -> facts.put(fact, of(given.value())));
        return facts;
    }

    private static Object of(Value value) {
        return value instanceof Value.Quantity(var likely, var low, var high)
                ? new Range(low, likely, high)
                : value.raw();
    }
}
