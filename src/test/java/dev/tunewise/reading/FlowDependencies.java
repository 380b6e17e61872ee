package dev.tunewise.reading;

import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The facts that the rules, gates and findings of a flow depend on; all others only moves look at. */
public final class FlowDependencies {
    private FlowDependencies() {}

    /** Their ids. */
    public static Set<String> ruled(Flow flow) {
        FactDependencies reach = new FactDependencies(flow, _ -> true);
        Set<String> ruled = new HashSet<>();
        for (int rule = 0; rule < flow.rules().size(); rule++) {
            ruled.addAll(reach.ofRule(rule));
        }
        flow.gates().stream().map(Gate::met).filter(Objects::nonNull).forEach(met -> ruled.addAll(reach.of(met)));
        flow.findings().forEach(finding -> ruled.addAll(reach.of(finding.when())));
        return ruled;
    }
}
