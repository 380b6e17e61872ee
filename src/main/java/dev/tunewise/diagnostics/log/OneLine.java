package dev.tunewise.diagnostics.log;

/** Text of a stranger as it may stand in a log line. */
public final class OneLine {
    private static final int MOST = 200;

    /** The text without control characters, at most 200 characters of it. */
    public static String of(String text) {
        String begin = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
        return begin.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
