package dev.tunewise.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A message with everything seen in it, before it is decided what counts.
 *
 * @param typed the message as typed
 * @param plain the message made plain
 * @param line its items
 * @param cues for each item the cues of its sentence
 * @param candidates patterns that matched, those that `not:` patterns rule out left away
 * @param lifted kinds of cues that keep nothing from being read this time
 */
record Sighting(
        String typed, Plain plain, Line line, List<List<Cue>> cues, List<Candidate> candidates, Set<Cue.Kind> lifted) {
    Sighting {
        candidates = List.copyOf(candidates);
    }

    /** The same message, with some cues lifted. */
    Sighting lifting(Set<Cue.Kind> kinds) {
        return new Sighting(typed, plain, line, cues, candidates, EnumSet.copyOf(kinds));
    }

    /** The piece of the message that some items take. */
    Span span(int firstItem, int afterLast) {
        return plain.typed(line.items().get(firstItem).start, line.items().get(afterLast - 1).end);
    }

    Span span(Match match) {
        return span(match.start(), match.end());
    }
}
