package dev.tunewise.conversation.dialogue;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it says of the facts when somebody tells that a lever is pulled already. */
public record PulledLevers(Flow flow) {
    /**
     * What follows for the facts.
     *
     * @param values facts whose value follows: lists that get one item more
     * @param ask facts that have to be asked again, since the lever being done leaves their value open
     */
    public record Meaning(Map<String, Value> values, List<String> ask) {}

    /** What a lever being done says; empty where the flow does not tell by any fact whether it is. */
    public Optional<Meaning> of(String lever, Answers answers) {
        return flow.levers().stream()
                .filter(each -> each.id().equals(lever))
                .findFirst()
                .map(Lever::done)
                .map(done -> meaning(done, answers));
    }

    private Meaning meaning(Condition done, Answers answers) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<String> ask = new ArrayList<>();
        for (Condition.Test test : done.tests()) {
            if (test.condition().evaluate(answers.raw()) instanceof Tristate.True) {
                continue;
            }
            for (String id : test.condition().facts()) {
                flow.fact(id).ifPresent(fact -> {
                    Value more = test.choices().size() == 1 && fact.type() == FactType.CHOICES
                            ? joined(fact, answers, test.choices().iterator().next())
                            : null;
                    if (more == null) {
                        ask.add(id);
                    } else {
                        values.put(id, more);
                    }
                });
            }
        }
        return new Meaning(values, ask);
    }

    private static Value joined(Fact fact, Answers answers, String item) {
        List<?> before = answers.get(fact.id())
                .map(given -> given.value() instanceof Value.Choices(List<String> ids) ? ids : List.<String>of())
                .orElse(List.of());
        return new Value.Choices(fact.choices().stream()
                .filter(choice -> choice.equals(item) || before.contains(choice))
                .toList());
    }
}
