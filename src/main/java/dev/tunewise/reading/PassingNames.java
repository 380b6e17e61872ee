package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves away names that an answer to another question only mentions. */
final class PassingNames {
    private final Line line;
    private final Context context;

    PassingNames(Line line, Context context) {
        this.line = line;
        this.context = context;
    }

    /** Who answers "opus gets it right, at ten times the price" to another question does not want to be asked which Opus. */
    void drop(Map<Fact, List<Finding>> byFact) {
        Set<Integer> answered = new HashSet<>();
        byFact.forEach((fact, found) -> {
            if (context.open().contains(fact.id())) {
                found.forEach(finding -> answered.add(sentence(finding)));
            }
        });
        byFact.forEach((fact, found) -> {
            if (fact.catalogue() != null && !context.open().contains(fact.id())) {
                List<Match> passing = found.stream()
                        .filter(finding -> answered.contains(sentence(finding)) && isPassing(finding, found))
                        .map(finding -> finding.by().match())
                        .toList();
                found.removeIf(finding -> passing.stream().anyMatch(finding.by().match()::shares));
            }
        });
    }

    private int sentence(Finding finding) {
        return line.sentenceStart(finding.by().match().start());
    }

    /** Whether it only mentions a name. */
    private static boolean isPassing(Finding finding, List<Finding> found) {
        Candidate by = finding.by();
        boolean bare = finding instanceof Finding.Asks && by.match().weight() <= 1;
        boolean used = found.stream()
                .anyMatch(
                        other -> !other.by().meaning().has(PatternText.Flag.ASK) && Resolver.dominates(other, finding));
        return by.meaning().has(PatternText.Flag.ASK) || (bare && !used);
    }
}
