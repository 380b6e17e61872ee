package dev.tunewise.api.problem;

/** Writes JSON pointers, RFC 6901. */
public final class PointerText {
    private static final int LONGEST = 200;

    /** A pointer to a member, from names that may hold any character. */
    public static String of(String... names) {
        StringBuilder pointer = new StringBuilder();
        for (String name : names) {
            String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
            pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
