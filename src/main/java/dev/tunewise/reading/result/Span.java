package dev.tunewise.reading.result;

/**
 * A piece of a message.
 *
 * @param start index of its first character in the message as typed
 * @param end index after its last character
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span runs forward from 0, found " + start + " to " + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    /** How many characters both have. */
    public int shared(Span other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** From the first of both to the last. */
    public Span joined(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
