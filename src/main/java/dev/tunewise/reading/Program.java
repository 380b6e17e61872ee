package dev.tunewise.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A pattern made executable: a small non-deterministic automaton over items, run by {@link Machine}. Options that begin with words become one
 * state that looks the word up, so long lists of words cost no more than short ones.
 */
final class Program {
    enum Op {
        /** Goes on where the word leads to. */
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

    private record State(Op op, @Nullable Object argument, int next, int other) {}

    private final List<State> states = new ArrayList<>();
    private final int begin;

    Program(Shape shape) {
        int match = add(Op.MATCH, null, -1, -1);
        begin = compile(shape, match);
    }

    private int add(Op op, @Nullable Object argument, int next, int other) {
        states.add(new State(op, argument, next, other));
        return states.size() - 1;
    }

    /** Compiles back to front: the state that a shape continues with is known before the shape. */
    private int compile(Shape shape, int next) {
        return switch (shape) {
            case Shape.Word(String word) -> add(Op.WORD, Map.of(word, next), -1, -1);
            case Shape.Prefix(String beginning) -> add(Op.PREFIX, beginning, next, -1);
            case Shape.Captured captured -> add(Op.CAPTURE, captured, next, -1);
            case Shape.Number number -> add(Op.NUMBER, number, next, -1);
            case Shape.Name _ -> add(Op.NAME, null, next, -1);
            case Shape.Start _ -> add(Op.START, null, next, -1);
            case Shape.End _ -> add(Op.END, null, next, -1);
            case Shape.Maybe(Shape part) -> add(Op.SPLIT, null, compile(part, next), next);
            case Shape.Gap(int most) -> gap(most, next);
            case Shape.Sequence(List<Shape> parts) -> {
                int state = next;
                for (int i = parts.size() - 1; i >= 0; i--) {
                    state = compile(parts.get(i), state);
                }
                yield state;
            }
            case Shape.Either(List<Shape> options) -> either(options, next);
        };
    }

    /** Leaving the gap comes first, so the nearest continuation wins. */
    private int gap(int most, int next) {
        int state = next;
        for (int i = 0; i < most; i++) {
            state = add(Op.SPLIT, null, next, add(Op.ANY, null, state, -1));
        }
        return state;
    }

    private int either(List<Shape> options, int next) {
        List<Shape> flat = new ArrayList<>();
        flatten(options, flat);
        Map<String, List<Shape>> byWord = new LinkedHashMap<>();
        List<Shape> others = new ArrayList<>();
        for (Shape option : flat) {
            if (option instanceof Shape.Word(String word)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(NOTHING);
            } else if (option instanceof Shape.Sequence(List<Shape> parts)
                    && parts.getFirst() instanceof Shape.Word(String word)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(new Shape.Sequence(parts.subList(1, parts.size())));
            } else {
                others.add(option);
            }
        }
        int state = -1;
        for (int i = others.size() - 1; i >= 0; i--) {
            int compiled = compile(others.get(i), next);
            state = state < 0 ? compiled : add(Op.SPLIT, null, compiled, state);
        }
        if (byWord.isEmpty()) {
            return state < 0 ? next : state;
        }
        Map<String, Integer> leads = new LinkedHashMap<>();
        byWord.forEach((word, rests) -> leads.put(word, rests(rests, next)));
        int words = add(Op.WORD, Map.copyOf(leads), -1, -1);
        return state < 0 ? words : add(Op.SPLIT, null, words, state);
    }

    private static final Shape NOTHING = new Shape.Sequence(List.of());

    /** What may follow one word; longer ways come first, for they name more. */
    private int rests(List<Shape> rests, int next) {
        boolean mayEnd = rests.contains(NOTHING);
        List<Shape> longer =
                rests.stream().filter(rest -> !rest.equals(NOTHING)).toList();
        if (longer.isEmpty()) {
            return next;
        }
        int more = either(longer, next);
        return mayEnd ? add(Op.SPLIT, null, more, next) : more;
    }

    private static void flatten(List<Shape> options, List<Shape> flat) {
        for (Shape option : options) {
            switch (option) {
                case Shape.Either(List<Shape> inner) -> flatten(inner, flat);
                case Shape.Sequence(List<Shape> parts) when parts.size() == 1 -> flatten(parts, flat);
                case Shape.Sequence(List<Shape> parts)
                when !parts.isEmpty() && parts.getFirst() instanceof Shape.Sequence(List<Shape> first) -> {
                    List<Shape> joined = new ArrayList<>(first);
                    joined.addAll(parts.subList(1, parts.size()));
                    flatten(List.of(new Shape.Sequence(joined)), flat);
                }
                default -> flat.add(option);
            }
        }
    }

    int size() {
        return states.size();
    }

    Op op(int state) {
        return states.get(state).op;
    }

    int next(int state) {
        return states.get(state).next;
    }

    int other(int state) {
        return states.get(state).other;
    }

    int begin() {
        return begin;
    }

    Object argument(int state) {
        return Objects.requireNonNull(states.get(state).argument);
    }

    /** Where a word leads from a state of words, or -1. */
    @SuppressWarnings("unchecked")
    int lead(int state, String word) {
        return ((Map<String, Integer>) argument(state)).getOrDefault(word, -1);
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
        switch (op(state)) {
            case WORD -> words.addAll(leads(state));
            case PREFIX -> prefixes.add((String) argument(state));
            case CAPTURE, NUMBER -> kinds[0] = true;
            case NAME -> kinds[1] = true;
            case ANY, MATCH, END -> kinds[2] = true;
            case START -> collect(next(state), words, prefixes, kinds, seen);
            case SPLIT -> {
                collect(next(state), words, prefixes, kinds, seen);
                collect(other(state), words, prefixes, kinds, seen);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Set<String> leads(int state) {
        return ((Map<String, Integer>) argument(state)).keySet();
    }

    /** What can come after a match has begun with a word or, for null, with an amount or a name. */
    Beginnings seconds(@Nullable String first) {
        Set<String> words = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        boolean[] kinds = new boolean[3];
        afterFirst(begin, first, new HashSet<>(), next -> collect(next, words, prefixes, kinds, new HashSet<>()));
        return new Beginnings(words, prefixes, kinds[0], kinds[1], kinds[2]);
    }

    private void afterFirst(int state, @Nullable String first, Set<Integer> seen, IntConsumer then) {
        if (!seen.add(state)) {
            return;
        }
        switch (op(state)) {
            case WORD -> {
                int lead = first == null ? -1 : lead(state, first);
                if (lead >= 0) {
                    then.accept(lead);
                }
            }
            case PREFIX -> {
                if (first != null && first.startsWith((String) argument(state))) {
                    then.accept(next(state));
                }
            }
            case CAPTURE, NUMBER, NAME -> {
                if (first == null) {
                    then.accept(next(state));
                }
            }
            case START -> afterFirst(next(state), first, seen, then);
            case SPLIT -> {
                afterFirst(next(state), first, seen, then);
                afterFirst(other(state), first, seen, then);
            }
            case ANY, END, MATCH -> throw new IllegalStateException("No beginning: " + op(state));
        }
    }

    /** Every whole word in it, for finding misspelled ones. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < states.size(); i++) {
            if (op(i) == Op.WORD) {
                words.addAll(leads(i));
            }
        }
        return words;
    }
}
