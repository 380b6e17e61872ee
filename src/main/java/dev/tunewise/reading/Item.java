package dev.tunewise.reading;

import org.jspecify.annotations.Nullable;

/** What patterns match: a word, an amount, a name of a catalogue, the words of a rate, or a boundary that no pattern crosses. */
final class Item {
    enum Kind {
        WORD,
        AMOUNT,
        NAME,
        RATE,
        /** Something foreign: a link, a mention; a gap may cross it. */
        FOREIGN,
        /** A comma and its like: nothing crosses it. */
        BOUNDARY,
        /** The end of a sentence. */
        STOP
    }

    final Kind kind;
    /** The word, or the mark of a boundary. */
    final String word;

    final @Nullable Amount amount;
    final NameFinder.@Nullable Mention name;
    final int start;
    final int end;
    /** Whether a transparent mark such as a colon or an opening bracket stands right before it. */
    final boolean apart;

    private Item(
            Kind kind,
            String word,
            @Nullable Amount amount,
            NameFinder.@Nullable Mention name,
            int start,
            int end,
            boolean apart) {
        this.kind = kind;
        this.word = word;
        this.amount = amount;
        this.name = name;
        this.start = start;
        this.end = end;
        this.apart = apart;
    }

    static Item word(String word, int start, int end, boolean apart) {
        return new Item(Kind.WORD, word, null, null, start, end, apart);
    }

    static Item amount(Amount amount, int start, int end, boolean apart) {
        return new Item(Kind.AMOUNT, "", amount, null, start, end, apart);
    }

    static Item name(NameFinder.Mention name, int start, int end, boolean apart) {
        return new Item(Kind.NAME, "", null, name, start, end, apart);
    }

    static Item of(Kind kind, String mark, int start, int end) {
        return new Item(kind, mark, null, null, start, end, false);
    }

    boolean isBoundary() {
        return kind == Kind.BOUNDARY || kind == Kind.STOP;
    }

    boolean isWord(String wanted) {
        return kind == Kind.WORD && word.equals(wanted);
    }
}
