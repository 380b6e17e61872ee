package dev.tunewise.session.quota;

import java.util.HashSet;
import java.util.Set;

/** A minute of somebody's requests. Not thread-safe. */
final class QuotaWindow {
    private static final int MOST_TOLD = 1_000;

    private final long began;
    private final Set<String> told = new HashSet<>();
    private int counted;

    QuotaWindow(long began) {
        this.began = began;
    }

    long began() {
        return began;
    }

    int counted() {
        return counted;
    }

    void count() {
        counted++;
    }

    /** Whether this person has to be told that it is too much: once. */
    boolean tell(String person) {
        return told.size() < MOST_TOLD && told.add(person);
    }
}
