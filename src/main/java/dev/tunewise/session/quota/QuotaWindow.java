package dev.tunewise.session.quota;

import java.util.HashSet;
import java.util.Set;

/**
 * A minute of somebody's requests. Where other processes count too, an eighth of what was left when they were last heard of may be taken without
 * asking them. Not thread-safe.
 */
final class QuotaWindow {
    private static final int MOST_TOLD = 1_000;
    private static final int UNASKED = 8;

    private final String name;
    private final int most;
    private final Set<String> told = new HashSet<>();
    private long began;
    private int counted;
    private int undeclared;
    private int heard;

    QuotaWindow(String name, int most, long began) {
        this.name = name;
        this.most = most;
        this.began = began;
    }

    String name() {
        return name;
    }

    long began() {
        return began;
    }

    int most() {
        return most;
    }

    boolean full() {
        return counted >= most;
    }

    boolean overfull() {
        return counted > most;
    }

    /** Whether others have to be asked before what was just counted is taken. */
    boolean doubtful() {
        return undeclared > (most - heard) / UNASKED;
    }

    void count(int amount) {
        counted += amount;
        undeclared += amount;
    }

    /** What others have not been told yet; they are told now. */
    int declare() {
        int amount = undeclared;
        undeclared = 0;
        return amount;
    }

    /** They could not be told. */
    void undeclare(int amount) {
        undeclared += amount;
    }

    /** What all have counted, and since when. */
    void learn(int all, long since) {
        heard = all;
        counted = all + undeclared;
        began = since;
    }

    /** Whether this person has to be told that it is too much: once. */
    boolean tell(String person) {
        return told.size() < MOST_TOLD && told.add(person);
    }
}
