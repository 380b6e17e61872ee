package dev.tunewise.reading.encoder;

import dev.tunewise.reading.result.Span;

/**
 * A sentence or clause of a message.
 *
 * @param words its words in plain letters
 * @param place where it stands in the message as typed
 * @param sentence the words of the sentence that it is part of, or its own
 */
record TextSegment(String words, Span place, String sentence) {
    int length() {
        return (int) words.chars().filter(c -> c == ' ').count() + 1;
    }
}
