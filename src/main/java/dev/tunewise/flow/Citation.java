package dev.tunewise.flow;

/** A section of a source. `section`: key of the section within it; empty for the whole. */
public record Citation(String source, String section) {
    /** Written as `source/section`, or `source` alone. */
    public static Citation parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Citation(text, "") : new Citation(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return section.isEmpty() ? source : source + "/" + section;
    }
}
