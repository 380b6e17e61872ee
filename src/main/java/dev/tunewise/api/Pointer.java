package dev.tunewise.api;

/** Writes JSON pointers, RFC 6901. */
final class Pointer {
    private static final int LONGEST = 200;

    private Pointer() {}

    /** A pointer to a member, from names that may hold any character. */
    static String of(String... names) {
        StringBuilder pointer = new StringBuilder();
        for (String name : names) {
            String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
            pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
