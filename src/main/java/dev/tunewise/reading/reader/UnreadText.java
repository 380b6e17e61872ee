package dev.tunewise.reading.reader;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.resolution.FactResolver;
import dev.tunewise.reading.resolution.FillerWords;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the pieces of a message that say something and were not understood: between two stops or commas, nothing was used. */
final class UnreadText {
    private static final int SHORT_WORD = 3;

    private UnreadText() {}

    static List<Span> of(Annotations seen, FactResolver.Settled settled, Intent intent) {
        if (intent instanceof Intent.SmallTalk || intent instanceof Intent.Command) {
            return List.of();
        }
        TokenSequence line = seen.line();
        List<Span> unread = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.size(); i++) {
            boolean ends = i == line.size() || line.items().get(i).isBoundary();
            if (!ends) {
                continue;
            }
            if (i > start
                    && saysSomething(line, start, i)
                    && settled.used.nextSetBit(start) < 0 | settled.used.nextSetBit(start) >= i) {
                unread.add(seen.span(start, i));
            }
            start = i + 1;
        }
        return unread;
    }

    private static boolean saysSomething(TokenSequence line, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            AnnotatedToken item = line.items().get(i);
            boolean amount = item.amount != null && item.amount.kind() != Amount.Kind.OTHER;
            boolean word = item.kind == AnnotatedToken.Kind.WORD
                    && item.word.length() > SHORT_WORD
                    && !FillerWords.contains(item.word);
            if (amount || item.kind == AnnotatedToken.Kind.NAME) {
                return true;
            }
            words += word ? 1 : 0;
        }
        return words > 1;
    }
}
