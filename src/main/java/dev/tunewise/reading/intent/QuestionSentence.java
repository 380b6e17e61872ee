package dev.tunewise.reading.intent;

import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;

/**
 * One sentence in which something may be asked.
 *
 * @param start its first item
 * @param lead its first item that says something
 * @param stop index after its last item before the mark
 * @param end index after its mark
 */
record QuestionSentence(Annotations seen, int start, int lead, int stop, int end, boolean asked) {
    private static final Set<String> LEADS = WordSet.set("question sentence: leads");

    static QuestionSentence of(Annotations seen, int start) {
        TokenSequence line = seen.line();
        int end = line.sentenceEnd(start);
        int lead = start;
        while (lead < end - 1 && (line.items().get(lead).isBoundary() || LEADS.contains(line.word(lead)))) {
            lead++;
        }
        boolean asked = seen.cues().get(start).stream().anyMatch(cue -> cue.kind() == Cue.Kind.QUESTION);
        return new QuestionSentence(
                seen, start, lead, end - (line.items().get(end - 1).isBoundary() ? 1 : 0), end, asked);
    }

    TokenSequence line() {
        return seen.line();
    }

    boolean marked() {
        return line().isQuestionMark(end - 1);
    }

    String words(int from, int to) {
        return seen.span(from, to).of(seen.typed()).strip();
    }
}
