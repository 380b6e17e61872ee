package dev.tunewise.reading.resolution;

import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.WordSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** "No, more like 2,000 a day": what opens so denies what was said before; it is no answer to the question that is open. */
public final class OpeningDenial {
    static final Set<String> NO = WordSet.of("no nope nah");

    private static final Set<String> LEADS = WordSet.of("hm hmm um well ah oh");
    private static final Set<String> SUBJECTS = WordSet.of("it they that this he she");

    /** Drops the answer that a leading "no" alone gave, where the rest of the message says otherwise of something known. */
    public static void take(ResolutionContext desk) {
        int at = LEADS.contains(desk.line.word(0)) ? 1 : 0;
        if (desk.line.size() < at + 2 || !NO.contains(desk.line.word(at))) {
            return;
        }
        tells(desk, at);
        if (!corrects(desk)) {
            return;
        }
        Span no = desk.seen.span(at, at + 1);
        desk.settled
                .reads
                .values()
                .removeIf(read -> read.end() <= no.end() && desk.context.open().contains(read.fact()));
    }

    /** "No, it only finds half" tells how it is: of a question with several answers the "no" alone chooses none. */
    private static void tells(ResolutionContext desk, int at) {
        int next = desk.line.items().get(at + 1).isBoundary() ? at + 2 : at + 1;
        if (next + 2 < desk.line.size() && SUBJECTS.contains(desk.line.word(next))) {
            Span no = desk.seen.span(0, at + 2);
            desk.settled
                    .reads
                    .values()
                    .removeIf(read -> read.end() <= no.end()
                            && desk.flow.fact(read.fact()).orElseThrow().type() == FactType.CHOICE);
        }
    }

    /** What is told counts before the "no" that opens it. */
    static List<CandidateResult.Says> beside(List<CandidateResult.Says> says, TokenSequence line) {
        List<CandidateResult.Says> told = says.stream()
                .filter(saying -> IntStream.range(
                                saying.by().match().start(), saying.by().match().end())
                        .noneMatch(i -> i <= 1 && NO.contains(line.word(i))))
                .toList();
        return told.isEmpty() ? says : told;
    }

    private static boolean corrects(ResolutionContext desk) {
        return desk.settled.reads.values().stream()
                .anyMatch(read -> !desk.context.open().contains(read.fact()) && differs(desk, read));
    }

    private static boolean differs(ResolutionContext desk, ExtractedAnswer read) {
        SourcedAnswer held = desk.context.answers().all().get(read.fact());
        if (held == null || held.assumed()) {
            return false;
        }
        return held.value() instanceof Value.Quantity before && read.value() instanceof Value.Quantity now
                ? before.value().compareTo(now.value()) != 0
                : !held.value().equals(read.value());
    }
}
