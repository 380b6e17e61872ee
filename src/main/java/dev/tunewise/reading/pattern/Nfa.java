package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs patterns over the items of one text. It steps with the set of a pattern's states, each at most once, so a match costs at most items
 * times states whatever the pattern and the text. Owns its memory; not thread-safe.
 */
public final class Nfa {
    /** No match is longer than this many items. */
    private static final int LONGEST = 40;
    /** Words that a gap does not cross: they turn or bind what follows. */
    private static final Set<String> NO_GAP = WordSet.of(WordSet.named("nfa: no gap"));

    private final TokenSequence line;
    private final List<AnnotatedToken> items;
    private Threads now;
    private Threads then;

    public Nfa(TokenSequence line, int mostStates) {
        this.line = line;
        items = line.items();
        now = new Threads(mostStates);
        then = new Threads(mostStates);
    }

    /** Which amounts a pattern reads. */
    public interface Fit {
        boolean takes(TokenSequence line, int item, PatternAst.As as);
    }

    /** The match of a pattern that starts at an item, or null: of several the one that its pattern names first. */
    @Nullable
    public PatternMatch at(CompiledPattern program, int start, Fit fit) {
        PatternMatch best = null;
        now.clear();
        follow(program, now, program.begin(), start, 0, -1);
        for (int at = start; now.count > 0; at++) {
            then.clear();
            for (int i = 0; i < now.count; i++) {
                int state = now.states[i];
                if (program.at(state).op() == CompiledPattern.Op.MATCH) {
                    best = new PatternMatch(start, at, now.captured[i], now.literal[i]);
                    break;
                }
                if (at < items.size() && at - start < LONGEST) {
                    step(program, state, new Place(at, start, now.literal[i], now.captured[i]), fit);
                }
            }
            Threads swap = now;
            now = then;
            then = swap;
        }
        return best;
    }

    private record Place(int at, int start, long literal, int captured) {
        long with() {
            return literal | 1L << (at - start);
        }
    }

    private void step(CompiledPattern program, int state, Place place, Fit fit) {
        AnnotatedToken item = items.get(place.at);
        CompiledPattern.Op op = program.at(state).op();
        if (item.kind == AnnotatedToken.Kind.RATE && op != CompiledPattern.Op.ANY) {
            // the words of a rate say nothing else: every pattern may pass them
            then.add(state, place.literal, place.captured);
            if (op != CompiledPattern.Op.WORD || item.word.isEmpty()) {
                return;
            }
        }
        if (op == CompiledPattern.Op.WORD) {
            boolean word = item.kind == AnnotatedToken.Kind.WORD || item.kind == AnnotatedToken.Kind.RATE;
            int lead = word ? program.lead(state, item.word) : -1;
            if (lead >= 0) {
                follow(program, then, lead, place.at + 1, place.with(), place.captured);
            }
            return;
        }
        boolean goes = switch (op) {
            case PREFIX ->
                item.kind == AnnotatedToken.Kind.WORD && item.word.startsWith((String) program.argument(state));
            case CAPTURE ->
                item.kind == AnnotatedToken.Kind.AMOUNT
                        && fit.takes(line, place.at, ((PatternAst.Captured) program.argument(state)).as());
            case NUMBER -> isNumber(item, (PatternAst.Number) program.argument(state));
            case NAME -> item.name != null && ((PatternAst.Name) program.argument(state)).takes(item.name.word());
            case ANY -> !item.isBoundary() && !(item.kind == AnnotatedToken.Kind.WORD && NO_GAP.contains(item.word));
            case WORD, SPLIT, START, END, MATCH -> throw new IllegalStateException("Not a step: " + op);
        };
        if (goes) {
            int captured = op == CompiledPattern.Op.CAPTURE ? place.at : place.captured;
            long literal = op == CompiledPattern.Op.ANY ? place.literal : place.with();
            follow(program, then, program.at(state).next(), place.at + 1, literal, captured);
        }
    }

    private static boolean isNumber(AnnotatedToken item, PatternAst.Number wanted) {
        Amount amount = item.amount;
        if (amount == null || amount.isUnclear()) {
            return false;
        }
        boolean kind = wanted.months()
                ? amount.kind() == Amount.Kind.DURATION
                : amount.kind() == Amount.Kind.COUNT
                        || amount.kind() == Amount.Kind.PERCENT
                        || amount.kind() == Amount.Kind.MONEY;
        BigDecimal least = wanted.least();
        BigDecimal most = wanted.most();
        return kind
                && (least == null || amount.value().compareTo(least) >= 0)
                && (most == null || amount.value().compareTo(most) <= 0);
    }

    private void follow(CompiledPattern program, Threads threads, int state, int at, long literal, int captured) {
        switch (program.at(state).op()) {
            case SPLIT -> {
                if (threads.first(state)) {
                    follow(program, threads, program.at(state).next(), at, literal, captured);
                    follow(program, threads, program.at(state).other(), at, literal, captured);
                }
            }
            case START -> {
                if (line.startsClause(at)) {
                    follow(program, threads, program.at(state).next(), at, literal, captured);
                }
            }
            case END -> {
                if (line.endsClause(at)) {
                    follow(program, threads, program.at(state).next(), at, literal, captured);
                }
            }
            default -> threads.add(state, literal, captured);
        }
    }

    /** States with what their ways have seen, in order of preference, each state once. */
    private static final class Threads {
        private final int[] states;
        private final long[] literal;
        private final int[] captured;
        private final int[] seen;
        private int round;
        private int count;

        Threads(int most) {
            states = new int[most];
            literal = new long[most];
            captured = new int[most];
            seen = new int[most];
        }

        void clear() {
            round++;
            count = 0;
        }

        boolean first(int state) {
            boolean first = seen[state] != round;
            seen[state] = round;
            return first;
        }

        void add(int state, long bits, int capture) {
            if (first(state)) {
                states[count] = state;
                literal[count] = bits;
                captured[count] = capture;
                count++;
            }
        }
    }
}
