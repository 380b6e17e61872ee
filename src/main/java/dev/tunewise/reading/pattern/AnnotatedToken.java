package dev.tunewise.reading.pattern;

import dev.tunewise.reading.name.NameFinder;
import dev.tunewise.reading.number.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What patterns match: a word, an amount, a name of a catalogue, the words of a rate, or a boundary that no pattern crosses. */
public final class AnnotatedToken {
    public enum Kind {
        WORD,
        AMOUNT,
        NAME,
        RATE,
        /** Something foreign: a link, a mention; a gap may cross it. */
        FOREIGN,
        /** A comma and its like: nothing crosses it. */
        BOUNDARY,
        STOP
    }

    static final String AMOUNT = "<amount>";
    static final String NAME = "<name>";

    public final Kind kind;
    /** The word, or the mark of a boundary. */
    public final String word;

    public final @Nullable Amount amount;
    public final NameFinder.@Nullable Mention name;
    public final int start;
    public final int end;
    /** Whether a transparent mark such as a colon or an opening bracket stands right before it. */
    public final boolean apart;
    /** The mark; {@link #NOT_APART} for none. */
    public final char mark;

    public static final char NOT_APART = 0;

    private AnnotatedToken(
            Kind kind,
            String word,
            @Nullable Amount amount,
            NameFinder.@Nullable Mention name,
            int start,
            int end,
            char mark) {
        this.kind = kind;
        this.word = word;
        this.amount = amount;
        this.name = name;
        this.start = start;
        this.end = end;
        this.apart = mark != NOT_APART;
        this.mark = mark;
    }

    public static AnnotatedToken word(String word, int start, int end, char mark) {
        return new AnnotatedToken(Kind.WORD, word, null, null, start, end, mark);
    }

    public static AnnotatedToken amount(Amount amount, int start, int end, char mark) {
        return new AnnotatedToken(Kind.AMOUNT, "", amount, null, start, end, mark);
    }

    AnnotatedToken with(Amount other) {
        return amount(other, start, end, mark);
    }

    public static AnnotatedToken name(NameFinder.Mention name, int start, int end, char mark) {
        return new AnnotatedToken(Kind.NAME, "", null, name, start, end, mark);
    }

    static AnnotatedToken of(Kind kind, String sign, int start, int end) {
        return new AnnotatedToken(kind, sign, null, null, start, end, NOT_APART);
    }

    /** Whether it counts things; “two people” only tells who they are. */
    boolean isCount() {
        return amount != null
                && amount.kind() == Amount.Kind.COUNT
                && amount.value().compareTo(BigDecimal.TWO) > 0;
    }

    public boolean isBoundary() {
        return kind == Kind.BOUNDARY || kind == Kind.STOP;
    }

    /** By what patterns that begin with it are found. */
    String beginning() {
        return switch (kind) {
            case AMOUNT -> AMOUNT;
            case NAME -> NAME;
            case WORD -> word;
            case RATE, FOREIGN, BOUNDARY, STOP -> "";
        };
    }

    /** One of 64 bits for what an item is; different words seldom share it, and amounts and names share it with nothing. */
    static long mark(String beginning) {
        return switch (beginning) {
            case "" -> 0;
            case AMOUNT -> 1L << 63;
            case NAME -> 1L << 62;
            default -> 1L << Math.floorMod(beginning.hashCode() * 0x9E3779B9, 62);
        };
    }

    long mark() {
        return mark(kind == Kind.RATE ? word : beginning());
    }

    /** The word, or that of a rate; else an empty one. */
    String said() {
        return kind == Kind.WORD || kind == Kind.RATE ? word : "";
    }

    boolean isWord(String wanted) {
        return kind == Kind.WORD && word.equals(wanted);
    }
}
