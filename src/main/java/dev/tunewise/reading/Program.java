package dev.tunewise.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pattern made executable: a small non-deterministic automaton over items, run by {@link Machine}. */
final class Program {
    enum Op {
        WORD,
        PREFIX,
        CAPTURE,
        NUMBER,
        NAME,
        ANY,
        SPLIT,
        START,
        END,
        MATCH
    }

    private final List<Op> ops = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private final List<int[]> nexts = new ArrayList<>();
    private final int begin;

    Program(Shape shape) {
        int match = add(Op.MATCH, null, -1, -1);
        begin = compile(shape, match);
    }

    private int add(Op op, @Nullable Object argument, int next, int other) {
        ops.add(op);
        arguments.add(argument);
        nexts.add(new int[] {next, other});
        return ops.size() - 1;
    }

    /** Compiles back to front: the state that a shape continues with is known before the shape. */
    private int compile(Shape shape, int next) {
        return switch (shape) {
            case Shape.Word(String word) -> add(Op.WORD, word, next, -1);
            case Shape.Prefix(String beginning) -> add(Op.PREFIX, beginning, next, -1);
            case Shape.Captured _ -> add(Op.CAPTURE, null, next, -1);
            case Shape.Number number -> add(Op.NUMBER, number, next, -1);
            case Shape.Name _ -> add(Op.NAME, null, next, -1);
            case Shape.Start _ -> add(Op.START, null, next, -1);
            case Shape.End _ -> add(Op.END, null, next, -1);
            case Shape.Maybe(Shape part) -> add(Op.SPLIT, null, compile(part, next), next);
            case Shape.Gap(int most) -> {
                int state = next;
                for (int i = 0; i < most; i++) {
                    // leaving the gap comes first, so the nearest continuation wins
                    state = add(Op.SPLIT, null, next, add(Op.ANY, null, state, -1));
                }
                yield state;
            }
            case Shape.Sequence(List<Shape> parts) -> {
                int state = next;
                for (int i = parts.size() - 1; i >= 0; i--) {
                    state = compile(parts.get(i), state);
                }
                yield state;
            }
            case Shape.Either(List<Shape> options) -> {
                int state = compile(options.getLast(), next);
                for (int i = options.size() - 2; i >= 0; i--) {
                    state = add(Op.SPLIT, null, compile(options.get(i), next), state);
                }
                yield state;
            }
        };
    }

    int size() {
        return ops.size();
    }

    /** What a match can begin with. */
    record Beginnings(Set<String> words, Set<String> prefixes, boolean amount, boolean name, boolean anything) {}

    Beginnings beginnings() {
        Set<String> words = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        boolean[] kinds = new boolean[3];
        collect(begin, words, prefixes, kinds, new HashSet<>());
        return new Beginnings(words, prefixes, kinds[0], kinds[1], kinds[2]);
    }

    private void collect(int state, Set<String> words, Set<String> prefixes, boolean[] kinds, Set<Integer> seen) {
        if (!seen.add(state)) {
            return;
        }
        switch (ops.get(state)) {
            case WORD -> words.add((String) argument(state));
            case PREFIX -> prefixes.add((String) argument(state));
            case CAPTURE, NUMBER -> kinds[0] = true;
            case NAME -> kinds[1] = true;
            case ANY, MATCH, END -> kinds[2] = true;
            case START -> collect(nexts.get(state)[0], words, prefixes, kinds, seen);
            case SPLIT -> {
                collect(nexts.get(state)[0], words, prefixes, kinds, seen);
                collect(nexts.get(state)[1], words, prefixes, kinds, seen);
            }
        }
    }

    Op op(int state) {
        return ops.get(state);
    }

    int next(int state) {
        return nexts.get(state)[0];
    }

    int other(int state) {
        return nexts.get(state)[1];
    }

    int begin() {
        return begin;
    }

    Object argument(int state) {
        return java.util.Objects.requireNonNull(arguments.get(state));
    }

    /** Every whole word in it, for finding misspelled ones. */
    Collection<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
            if (ops.get(i) == Op.WORD) {
                words.add((String) argument(i));
            }
        }
        return words;
    }
}
