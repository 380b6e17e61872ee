package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ReadingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves away names that an answer to another question only mentions. */
record PassingNameFilter(TokenSequence line, ReadingContext context) {
    /** Who answers "opus gets it right, at ten times the price" to another question does not want to be asked which Opus. */
    void drop(Map<Fact, List<CandidateResult>> byFact) {
        Set<Integer> answered = new HashSet<>();
        byFact.forEach((fact, found) -> {
            if (context.open().contains(fact.id())) {
                found.forEach(finding -> answered.add(sentence(finding)));
            }
        });
        byFact.forEach((fact, found) -> {
            if (fact.catalogue() != null && !context.open().contains(fact.id())) {
                List<PatternMatch> passing = found.stream()
                        .filter(finding -> answered.contains(sentence(finding)) && isPassing(finding, found))
                        .map(finding -> finding.by().match())
                        .toList();
                found.removeIf(finding -> passing.stream().anyMatch(finding.by().match()::shares));
            }
        });
    }

    private int sentence(CandidateResult finding) {
        return line.sentenceStart(finding.by().match().start());
    }

    /** Whether it only mentions a name. */
    private static boolean isPassing(CandidateResult finding, List<CandidateResult> found) {
        PatternCandidate by = finding.by();
        boolean bare = finding instanceof CandidateResult.Asks && by.match().weight() <= 1;
        boolean used = found.stream()
                .anyMatch(other ->
                        !other.by().meaning().has(PatternParser.Flag.ASK) && FactResolver.dominates(other, finding));
        return by.meaning().has(PatternParser.Flag.ASK) || (bare && !used);
    }
}
