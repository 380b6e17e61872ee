package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;

/** "No, more like 2,000 a day": what opens so denies what was said before; it is no answer to the question that is open. */
public final class OpeningDenial {
    static final Set<String> NO = WordSet.of("no nope nah");

    private OpeningDenial() {}

    /** Drops the answer that a leading "no" alone gave, where the rest of the message says otherwise of something known. */
    public static void take(ResolutionContext desk) {
        if (desk.line.size() < 2 || !NO.contains(desk.line.word(0)) || !corrects(desk)) {
            return;
        }
        Span no = desk.seen.span(0, 1);
        desk.settled
                .reads
                .values()
                .removeIf(read -> read.end() <= no.end() && desk.context.open().contains(read.fact()));
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
