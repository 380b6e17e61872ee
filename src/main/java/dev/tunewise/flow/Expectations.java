package dev.tunewise.flow;

import java.util.List;
import java.util.Optional;

/**
 * What a flow expects before anybody says it.
 *
 * @param priors how likely values are, each over facts further up only; empty for a flow that leans nowhere
 * @param implications what follows from what
 */
public record Expectations(List<Prior> priors, List<Implication> implications) {
    /** Nothing is expected: questions come in the order of the rules. */
    public static final Expectations NONE = new Expectations(List.of(), List.of());

    public Expectations {
        priors = List.copyOf(priors);
        implications = List.copyOf(implications);
    }

    /** The prior of a fact. */
    public Optional<Prior> prior(String fact) {
        return priors.stream().filter(prior -> prior.fact().equals(fact)).findFirst();
    }
}
