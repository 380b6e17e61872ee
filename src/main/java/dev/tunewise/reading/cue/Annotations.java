package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.NormalizedText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A message with everything seen in it, before it is decided what counts.
 *
 * @param cues for each item the cues of its sentence
 * @param candidates patterns that matched, those that `not:` patterns rule out left away
 * @param lifted kinds of cues that keep nothing from being read this time
 */
public record Annotations(
        String typed,
        NormalizedText plain,
        TokenSequence line,
        List<List<Cue>> cues,
        List<PatternCandidate> candidates,
        UsualWords usual,
        Set<Cue.Kind> lifted) {
    /** The same message, with some cues lifted. */
    public Annotations lifting(Set<Cue.Kind> kinds) {
        return new Annotations(typed, plain, line, cues, candidates, usual, EnumSet.copyOf(kinds));
    }

    /** Whether an item is a word of one of the flow's lists. */
    public boolean is(String list, int at) {
        return usual.list(list).contains(line.word(at));
    }

    /** The piece of the message that some items take. */
    public Span span(int firstItem, int afterLast) {
        return plain.typed(line.items().get(firstItem).start, line.items().get(afterLast - 1).end);
    }

    public Span span(PatternMatch match) {
        return span(match.start(), match.end());
    }
}
