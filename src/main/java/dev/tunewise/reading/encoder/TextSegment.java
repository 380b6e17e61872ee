package dev.tunewise.reading.encoder;

import dev.tunewise.reading.result.Span;
import java.util.List;

/**
 * A sentence or clause of a message.
 *
 * @param words its words in plain letters
 * @param place where it stands in the message as typed
 * @param sentence the words of the sentence that it is part of, or its own
 */
record TextSegment(String words, Span place, String sentence) {
    /** Its words behind a few of those that lead up to it in its sentence: "it's not as" before "if it knew nothing". */
    String led(int few) {
        String[] before =
                sentence.substring(0, Math.max(0, sentence.indexOf(words))).split(" ", -1);
        return String.join(" ", List.of(before).subList(Math.max(0, before.length - few), before.length)) + " " + words;
    }

    int length() {
        return (int) words.chars().filter(c -> c == ' ').count() + 1;
    }
}
