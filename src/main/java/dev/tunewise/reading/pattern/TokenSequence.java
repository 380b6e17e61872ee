package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.text.WordSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The items of a text with their sentences and clauses. */
public final class TokenSequence {
    /** Words that start a clause: what is said before them does not bind what follows. */
    private static final Set<String> ADDING = Set.of("also", "additionally", "plus", "besides");

    private static final Set<String> TURNS = WordSet.set("token sequence: turns");
    /** Words after "and" or "plus" that show that it joins clauses rather than words. */
    private static final Set<String> SUBJECTS = WordSet.set("token sequence: subjects");

    private static final Set<String> BE = Set.of("is", "it", "are", "was", "were", "am");
    private static final Set<String> AFTER_NOT =
            Set.of("not", "is", "it", "are", "was", "we", "i", "they", "you", "he", "she", "that", "this");

    /** Nobody says more words in one sentence; what goes on longer is cut, so that the work on a sentence stays small. */
    private static final int LONGEST_SENTENCE = 300;

    private final List<AnnotatedToken> items;
    private final boolean[] clause;
    private final int[] clauseStart;
    private final int[] clauseEnd;
    private final int[] sentenceStart;
    private final int[] sentenceEnd;
    /** What stands at an item, and behind it before the next boundary; {@link AnnotatedToken#mark}. */
    private final long[] marks;

    private final long[] behind;

    public TokenSequence(List<AnnotatedToken> items) {
        this.items = items;
        int count = items.size();
        clause = new boolean[count + 1];
        clauseStart = new int[count];
        clauseEnd = new int[count];
        sentenceStart = new int[count];
        sentenceEnd = new int[count];
        for (int i = 0; i < count; i++) {
            boolean sentence = i == 0
                    || items.get(i - 1).kind == AnnotatedToken.Kind.STOP
                    || i - sentenceStart[i - 1] >= LONGEST_SENTENCE;
            clause[i] = starts(i) || sentence;
            clauseStart[i] = clause[i] || i == 0 ? i : clauseStart[i - 1];
            sentenceStart[i] = sentence ? i : sentenceStart[i - 1];
        }
        marks = new long[count + 1];
        behind = new long[count + 1];
        for (int i = count - 1; i >= 0; i--) {
            AnnotatedToken item = items.get(i);
            // The words of a rate may be passed, so anything may come next there.
            marks[i] = item.kind == AnnotatedToken.Kind.RATE ? -1 : item.mark();
            behind[i] = i + 1 < count && items.get(i + 1).isBoundary()
                    ? 0
                    : i + 1 < count ? behind[i + 1] | items.get(i + 1).mark() : 0;
            boolean last = i == count - 1;
            clauseEnd[i] = last || clause[i + 1] || items.get(i + 1).isBoundary() ? i + 1 : clauseEnd[i + 1];
            sentenceEnd[i] = last || sentenceStart[i + 1] == i + 1 ? i + 1 : sentenceEnd[i + 1];
        }
    }

    long mark(int at) {
        return marks[at];
    }

    long marksBehind(int at) {
        return behind[at];
    }

    private boolean starts(int at) {
        if (at == 0) {
            return true;
        }
        AnnotatedToken item = items.get(at);
        AnnotatedToken before = items.get(at - 1);
        if (before.isBoundary() || item.apart) {
            return true;
        }
        if (item.kind != AnnotatedToken.Kind.WORD) {
            return false;
        }
        if (item.word.equals("still")) {
            return before.kind != AnnotatedToken.Kind.WORD || !BE.contains(before.word);
        }
        if (item.word.equals("only") || item.word.equals("just")) {
            // "not just", "it is only a prototype": no turn
            return before.kind != AnnotatedToken.Kind.WORD || !AFTER_NOT.contains(before.word);
        }
        if (item.word.equals("and") || item.word.equals("plus")) {
            return at + 1 < items.size()
                    && items.get(at + 1).kind == AnnotatedToken.Kind.WORD
                    && SUBJECTS.contains(items.get(at + 1).word);
        }
        return TURNS.contains(item.word);
    }

    public List<AnnotatedToken> items() {
        return items;
    }

    public int size() {
        return items.size();
    }

    public boolean startsClause(int at) {
        return at < items.size() && clause[at];
    }

    /** Says whether a clause ends before an item. */
    public boolean endsClause(int at) {
        return at >= items.size() || clause[at] || items.get(at).isBoundary();
    }

    public int clauseStart(int at) {
        return clauseStart[at];
    }

    /** Index after the last item of the clause. */
    public int clauseEnd(int at) {
        return clauseEnd[at];
    }

    /** Whether the clause that starts at an item stands before a colon or the like. */
    public boolean isLabel(int start) {
        int end = clauseEnd[start];
        return end < items.size() && items.get(end).apart;
    }

    public int sentenceStart(int at) {
        return sentenceStart[at];
    }

    /** Index after the last item of the sentence, its full stop included. */
    public int sentenceEnd(int at) {
        return sentenceEnd[at];
    }

    /** Says whether these words stand at an item, one after the other. */
    public boolean isPhrase(int at, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!word(at + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of some words stands from an item to the end of its sentence. */
    public boolean sentenceHas(int at, Set<String> some) {
        return IntStream.range(at, sentenceEnd(at)).anyMatch(i -> some.contains(word(i)));
    }

    /** Whether the sentence of an item says that something comes beside what was said: "it also breaks the format". */
    public boolean adds(int at) {
        return sentenceHas(sentenceStart(at), ADDING);
    }

    public boolean isAmount(int at) {
        return at >= 0 && at < items.size() && items.get(at).kind == AnnotatedToken.Kind.AMOUNT;
    }

    public @Nullable Amount amount(int at) {
        return items.get(at).amount;
    }

    /** Whether an item is a number of things, and no rate. */
    public boolean isPlainCount(int at) {
        Amount amount = items.get(at).amount;
        return amount != null && amount.isPlainCount();
    }

    public boolean isQuestionMark(int at) {
        return at >= 0 && at < items.size() && items.get(at).word.equals("?");
    }

    /** Whether anything is asked with a mark. */
    public boolean asks() {
        return IntStream.range(0, items.size()).anyMatch(this::isQuestionMark);
    }

    public boolean isName(int at) {
        return at >= 0 && at < items.size() && items.get(at).kind == AnnotatedToken.Kind.NAME;
    }

    /** The word of an item, or an empty one. */
    public String word(int at) {
        return at >= 0 && at < items.size() && items.get(at).kind == AnnotatedToken.Kind.WORD ? items.get(at).word : "";
    }

    /** "Not 12 it is 14": where in a stretch a denied number ends, since the right one is told; the end of the stretch where it does not. */
    public int instead(int from, int to) {
        boolean number = false;
        for (int i = from; i < to; i++) {
            boolean tells = word(i).equals("its")
                    || (word(i).equals("it") && word(i + 1).equals("is"));
            if (tells && number) {
                return i;
            }
            number |= items().get(i).amount != null;
        }
        return to;
    }
}
