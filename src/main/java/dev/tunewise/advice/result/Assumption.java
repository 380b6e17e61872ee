package dev.tunewise.advice.result;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.interview.SourcedAnswer;

/**
 * A fact that nobody knew or that was skipped, and that the advice uses. Whether another value would change the verdict says
 * {@link Counterfactuals#matters(String)}.
 */
public record Assumption(String fact, String label, String value, SourcedAnswer given) {
    /** The same at what money was calculated with; where that leaves the fact out, what the flow says of it follows the value. */
    public Assumption computed(CostComparison cost, Flow flow) {
        return cost.standIns().stream()
                .filter(each -> each.fact().equals(fact))
                .findFirst()
                .map(each -> at(each.value(), flow))
                .orElseGet(() -> uncosted(flow));
    }

    private Assumption at(Value.Quantity used, Flow flow) {
        String text = FactValueFormatter.format(flow.fact(fact).orElseThrow(), used, flow.texts());
        return new Assumption(fact, label, text, new SourcedAnswer(used, given.assumed(), given.origin()));
    }

    private Assumption uncosted(Flow flow) {
        boolean some = given.value() instanceof Value.Quantity(var number, var _, var _) && number.signum() != 0;
        return flow.texts()
                .find("facts." + fact + ".uncosted")
                .filter(_ -> some)
                .map(aside -> new Assumption(fact, label, value + ", " + aside, given))
                .orElse(this);
    }
}
