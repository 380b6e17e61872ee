package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ReadingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words in passing ("speech", "after 200 steps") belong to a case only where something else of the case is said; else they are dropped. */
record IncidentalWords(Flow flow, ReadingContext context, OwnStatement statement, TokenSequence line) {
    /** Drops them where they stand alone; gives the dropped numbers, which were understood all the same. */
    List<CandidateResult> drop(Map<Fact, List<CandidateResult>> byFact) {
        boolean told = byFact.values().stream().flatMap(Collection::stream).anyMatch(this::tellsTheCase)
                || byFact.keySet().stream().anyMatch(this::isSpokenOf);
        if (told) {
            return List.of();
        }
        List<CandidateResult> settings = byFact.values().stream()
                .flatMap(Collection::stream)
                .filter(one -> isPassing(one) && one.by().match().captured() >= 0)
                .toList();
        byFact.values().forEach(found -> found.removeIf(IncidentalWords::isPassing));
        byFact.values().removeIf(List::isEmpty);
        return settings;
    }

    private boolean tellsTheCase(CandidateResult found) {
        boolean parameter = found.by().meaning().fact().topic().isEmpty();
        return found instanceof CandidateResult.Says
                && !parameter
                && (found.by().match().captured() >= 0 || statement.of(found.by()) == OwnStatement.Weight.FILLED)
                && !isPassing(found)
                && !found.by().meaning().has(PatternParser.Flag.ASK);
    }

    private static boolean isPassing(CandidateResult found) {
        return found.by().meaning().has(PatternParser.Flag.BESIDE);
    }

    /** What is asked, or told already of the same topic, is what they speak of. */
    private boolean isSpokenOf(Fact fact) {
        return context.open().contains(fact.id())
                || flow.facts().stream()
                        .anyMatch(other -> !fact.topic().isEmpty()
                                && other.topic().equals(fact.topic())
                                && context.answers().knows(other.id()));
    }

    /** Who answers "opus gets it right, at ten times the price" to another question does not want to be asked which Opus. */
    void dropNames(Map<Fact, List<CandidateResult>> byFact) {
        Set<Integer> answered = byFact.entrySet().stream()
                .filter(each -> context.open().contains(each.getKey().id()))
                .flatMap(each -> each.getValue().stream().map(this::sentence))
                .collect(Collectors.toSet());
        byFact.forEach((fact, found) -> {
            if (fact.catalogue() != null && !context.open().contains(fact.id())) {
                List<PatternMatch> passing = found.stream()
                        .filter(finding -> answered.contains(sentence(finding)) && isMention(finding, found))
                        .map(finding -> finding.by().match())
                        .toList();
                found.removeIf(finding -> passing.stream().anyMatch(finding.by().match()::shares));
            }
        });
    }

    /** What the open question is answered with tells nothing else: a model that was tried and "works but is too expensive" is no problem of today's. */
    void dropParts(Map<Fact, List<CandidateResult>> byFact) {
        List<PatternMatch> answers = byFact.entrySet().stream()
                .filter(each -> each.getKey().type() == FactType.CHOICE
                        && context.open().contains(each.getKey().id()))
                .flatMap(each -> each.getValue().stream())
                .filter(finding -> finding.by().meaning().has(PatternParser.Flag.OPEN))
                .map(finding -> finding.by().match())
                .toList();
        byFact.forEach((fact, found) -> {
            if (!context.open().contains(fact.id())) {
                found.removeIf(finding -> answers.stream()
                        .anyMatch(answer -> answer.covers(finding.by().match())));
            }
        });
        byFact.values().removeIf(List::isEmpty);
    }

    private int sentence(CandidateResult finding) {
        return line.sentenceStart(finding.by().match().start());
    }

    /** Whether it only mentions a name. */
    private static boolean isMention(CandidateResult finding, List<CandidateResult> found) {
        PatternCandidate by = finding.by();
        boolean bare = finding instanceof CandidateResult.Asks && by.match().weight() <= 1;
        boolean used = found.stream()
                .anyMatch(other ->
                        !other.by().meaning().has(PatternParser.Flag.ASK) && FactResolver.dominates(other, finding));
        return by.meaning().has(PatternParser.Flag.ASK) || (bare && !used);
    }
}
