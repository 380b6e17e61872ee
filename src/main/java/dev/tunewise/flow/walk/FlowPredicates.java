package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests that steer an interview: those of the rules, of the gates that ask, and of the inputs of figures. */
public final class FlowPredicates {
    private final Map<String, List<Condition.Test>> byFact = new HashMap<>();
    private final Map<String, Condition.Test> all = new LinkedHashMap<>();

    public FlowPredicates(Flow flow) {
        conditions(flow).forEach(condition -> condition.tests().forEach(this::add));
    }

    static List<Condition> conditions(Flow flow) {
        List<Condition> conditions = new ArrayList<>();
        flow.rules().forEach(rule -> conditions.add(rule.when()));
        flow.gates().stream().filter(Gate::asks).forEach(gate -> addIfThere(gate.met(), conditions));
        flow.figures().forEach(figure -> figure.inputs().forEach(input -> addIfThere(input.when(), conditions)));
        return conditions;
    }

    private static void addIfThere(@Nullable Condition condition, List<Condition> conditions) {
        if (condition != null) {
            conditions.add(condition);
        }
    }

    private void add(Condition.Test test) {
        if (all.putIfAbsent(test.text(), test) == null) {
            test.condition()
                    .facts()
                    .forEach(fact ->
                            byFact.computeIfAbsent(fact, _ -> new ArrayList<>()).add(test));
        }
    }

    /** The tests that mention a fact or figure. */
    List<Condition.Test> on(String fact) {
        return byFact.getOrDefault(fact, List.of());
    }
}
