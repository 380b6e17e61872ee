package dev.tunewise.reading.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A pattern made executable: a small non-deterministic automaton over items, run by {@link Nfa}. Options that begin with words become one
 * state that looks the word up, so long lists of words cost no more than short ones.
 */
public final class CompiledPattern {
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

    record State(Op op, @Nullable Object argument, int next, int other) {}

    private final List<State> states = new ArrayList<>();
    private final int begin;

    public CompiledPattern(PatternAst shape) {
        int match = add(Op.MATCH, null, -1, -1);
        begin = compile(shape, match);
    }

    private int add(Op op, @Nullable Object argument, int next, int other) {
        states.add(new State(op, argument, next, other));
        return states.size() - 1;
    }

    /** Compiles back to front: the state that a shape continues with is known before the shape. */
    private int compile(PatternAst shape, int next) {
        return switch (shape) {
            case PatternAst.Word(String word) -> add(Op.WORD, Map.of(word, next), -1, -1);
            case PatternAst.Prefix(String beginning) -> add(Op.PREFIX, beginning, next, -1);
            case PatternAst.Captured captured -> add(Op.CAPTURE, captured, next, -1);
            case PatternAst.Number number -> add(Op.NUMBER, number, next, -1);
            case PatternAst.Name name -> add(Op.NAME, name, next, -1);
            case PatternAst.Start _ -> add(Op.START, null, next, -1);
            case PatternAst.End _ -> add(Op.END, null, next, -1);
            case PatternAst.Maybe(PatternAst part) -> add(Op.SPLIT, null, compile(part, next), next);
            case PatternAst.Gap(int most) -> gap(most, next);
            case PatternAst.Sequence(List<PatternAst> parts) -> {
                int state = next;
                for (int i = parts.size() - 1; i >= 0; i--) {
                    state = compile(parts.get(i), state);
                }
                yield state;
            }
            case PatternAst.Either(List<PatternAst> options) -> either(options, next);
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

    private int either(List<PatternAst> options, int next) {
        List<PatternAst> flat = new ArrayList<>();
        flatten(options, flat);
        Map<String, List<PatternAst>> byWord = new LinkedHashMap<>();
        List<PatternAst> others = new ArrayList<>();
        for (PatternAst option : flat) {
            if (option instanceof PatternAst.Word(String word)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(NOTHING);
            } else if (option instanceof PatternAst.Sequence(List<PatternAst> parts)
                    && parts.getFirst() instanceof PatternAst.Word(String word)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(new PatternAst.Sequence(parts.subList(1, parts.size())));
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

    private static final PatternAst NOTHING = new PatternAst.Sequence(List.of());

    /** What may follow one word; longer ways come first, for they name more. */
    private int rests(List<PatternAst> rests, int next) {
        boolean mayEnd = rests.contains(NOTHING);
        List<PatternAst> longer =
                rests.stream().filter(rest -> !rest.equals(NOTHING)).toList();
        if (longer.isEmpty()) {
            return next;
        }
        int more = either(longer, next);
        return mayEnd ? add(Op.SPLIT, null, more, next) : more;
    }

    private static void flatten(List<PatternAst> options, List<PatternAst> flat) {
        for (PatternAst option : options) {
            switch (option) {
                case PatternAst.Either(List<PatternAst> inner) -> flatten(inner, flat);
                case PatternAst.Sequence(List<PatternAst> parts) when parts.size() == 1 -> flatten(parts, flat);
                case PatternAst.Sequence(List<PatternAst> parts)
                when !parts.isEmpty() && parts.getFirst() instanceof PatternAst.Sequence(List<PatternAst> first) -> {
                    List<PatternAst> joined = new ArrayList<>(first);
                    joined.addAll(parts.subList(1, parts.size()));
                    flatten(List.of(new PatternAst.Sequence(joined)), flat);
                }
                default -> flat.add(option);
            }
        }
    }

    int size() {
        return states.size();
    }

    State at(int state) {
        return states.get(state);
    }

    int begin() {
        return begin;
    }

    Object argument(int state) {
        return Objects.requireNonNull(states.get(state).argument);
    }

    /** Where a word leads from a state of words, or -1. */
    int lead(int state, String word) {
        return leads(state).getOrDefault(word, -1);
    }

    record Beginnings(Set<String> words, Set<String> prefixes, Set<Op> ops) {
        Beginnings() {
            this(new HashSet<>(), new HashSet<>(), EnumSet.noneOf(Op.class));
        }

        boolean amount() {
            return ops.contains(Op.CAPTURE) || ops.contains(Op.NUMBER);
        }

        boolean anything() {
            return ops.contains(Op.ANY) || ops.contains(Op.MATCH) || ops.contains(Op.END);
        }
    }

    Beginnings beginnings() {
        Beginnings all = new Beginnings();
        collect(begin, all, new HashSet<>());
        return all;
    }

    private void collect(int state, Beginnings all, Set<Integer> seen) {
        if (!seen.add(state)) {
            return;
        }
        switch (at(state).op) {
            case WORD -> all.words().addAll(leads(state).keySet());
            case PREFIX -> all.prefixes().add((String) argument(state));
            case CAPTURE, NUMBER, NAME, ANY, MATCH, END -> all.ops().add(at(state).op);
            case START -> collect(at(state).next, all, seen);
            case SPLIT -> {
                collect(at(state).next, all, seen);
                collect(at(state).other, all, seen);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> leads(int state) {
        return (Map<String, Integer>) argument(state);
    }

    /** What can come after a match has begun with a word or, for null, with an amount or a name. */
    Beginnings seconds(@Nullable String first) {
        Beginnings all = new Beginnings();
        afterFirst(begin, first, new HashSet<>(), next -> collect(next, all, new HashSet<>()));
        return all;
    }

    private void afterFirst(int state, @Nullable String first, Set<Integer> seen, IntConsumer then) {
        if (!seen.add(state)) {
            return;
        }
        switch (at(state).op) {
            case WORD -> {
                int lead = first == null ? -1 : lead(state, first);
                if (lead >= 0) {
                    then.accept(lead);
                }
            }
            case PREFIX -> {
                if (first != null && first.startsWith((String) argument(state))) {
                    then.accept(at(state).next);
                }
            }
            case CAPTURE, NUMBER, NAME -> {
                if (first == null) {
                    then.accept(at(state).next);
                }
            }
            case START -> afterFirst(at(state).next, first, seen, then);
            case SPLIT -> {
                afterFirst(at(state).next, first, seen, then);
                afterFirst(at(state).other, first, seen, then);
            }
            case ANY, END, MATCH -> throw new IllegalStateException("No beginning: " + at(state).op);
        }
    }

    public Set<String> words() {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < states.size(); i++) {
            if (at(i).op == Op.WORD) {
                words.addAll(leads(i).keySet());
            }
        }
        return words;
    }
}
