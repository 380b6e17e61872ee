package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.result.ReadingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Words in passing ("speech", "after 200 steps") belong to a case only where something else of the case is said; else they are dropped. */
record PassingWords(Flow flow, ReadingContext context, OwnStatement statement) {
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
        byFact.values().forEach(found -> found.removeIf(PassingWords::isPassing));
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
}
