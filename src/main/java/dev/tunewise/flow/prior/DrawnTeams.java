package dev.tunewise.flow.prior;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.prior.Column.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Teams as they may be, fact by fact: teams share few values, so that what holds of one is worked out once for all that have it. For one thread.
 */
public final class DrawnTeams {
    /** From so many combinations of values on, each team is likely to have its own. */
    private static final int MOST = 4096;

    private final int size;
    private final Map<String, Object> known;
    private final Map<String, Column> drawn = new LinkedHashMap<>();
    private final Map<String, Column> derived = new HashMap<>();
    private final Map<String, ConditionOutcomes> tests = new HashMap<>();
    private final double[] weights;

    DrawnTeams(int size, Map<String, Object> known) {
        this.size = size;
        this.known = known;
        weights = new double[size];
        Arrays.fill(weights, 1);
    }

    public int size() {
        return size;
    }

    public BitSet all() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    /** The column of a fact that was drawn; empty where it is known or does not matter. */
    public Optional<Column> column(String fact) {
        return Optional.ofNullable(drawn.get(fact));
    }

    /** Raw values of all facts of a team that are known or drawn. */
    public Map<String, Object> facts(int team) {
        Map<String, Object> facts = HashMap.newHashMap(known.size() + drawn.size());
        facts.putAll(known);
        drawn.forEach((fact, column) -> add(facts, fact, column.of(team)));
        return facts;
    }

    private static void add(Map<String, Object> facts, String fact, Draw draw) {
        Object value = draw.value();
        if (value != null) {
            facts.put(fact, value);
        }
    }

    /** How well a team goes with what is known, above 0. */
    public double weight(int team) {
        return weights[team];
    }

    void draw(String fact, Column column) {
        drawn.put(fact, column);
    }

    void weigh(BitSet teams, double factor) {
        teams.stream().forEach(team -> weights[team] *= factor);
    }

    /**
     * Adds what follows from some facts, to be tested like a fact.
     *
     * @param function takes raw values of those of the facts that a team can say, and gives null where nothing follows
     */
    public void derive(String name, Collection<String> from, Function<Map<String, Object>, @Nullable Object> function) {
        List<Draw> draws = new ArrayList<>();
        derived.put(
                name,
                new Column(
                        List.of(), draws, combined(from, facts -> draws.add(new Draw(-1, 1, function.apply(facts))))));
    }

    public ConditionOutcomes truth(Condition condition) {
        return truth(condition.shape());
    }

    private ConditionOutcomes truth(BooleanTree shape) {
        return switch (shape) {
            case BooleanTree.All(List<BooleanTree> parts) ->
                ConditionOutcomes.all(parts.stream().map(this::truth).toList());
            case BooleanTree.Any(List<BooleanTree> parts) ->
                ConditionOutcomes.all(
                                parts.stream().map(part -> truth(part).not()).toList())
                        .not();
            case BooleanTree.Not(BooleanTree part) -> truth(part).not();
            case BooleanTree.Either(BooleanTree when, BooleanTree then, BooleanTree otherwise) ->
                ConditionOutcomes.either(truth(when), truth(then), truth(otherwise));
            case BooleanTree.Fixed(boolean value) -> {
                ConditionOutcomes fixed = new ConditionOutcomes(all(), new BitSet());
                yield value ? fixed : fixed.not();
            }
            case BooleanTree.Leaf(Condition.Test test) -> tests.computeIfAbsent(test.text(), _ -> test(test));
        };
    }

    private ConditionOutcomes test(Condition.Test test) {
        Set<String> facts = test.condition().facts();
        Column only = facts.size() == 1 ? drawn.get(facts.iterator().next()) : null;
        if (only != null) {
            return only.truth(test, facts.iterator().next());
        }
        List<Tristate> said = new ArrayList<>();
        int[] places = combined(facts, values -> said.add(test.condition().evaluate(values)));
        return ConditionOutcomes.of(places, said);
    }

    /** Calls back for each combination of values of some facts, and gives for each team which it has, counted from 0. */
    private int[] combined(Collection<String> facts, Consumer<Map<String, Object>> combination) {
        Map<String, Object> given = new HashMap<>();
        Map<String, Column> varied = new LinkedHashMap<>();
        int most = 1;
        for (String fact : facts) {
            Column column = derived.getOrDefault(fact, drawn.get(fact));
            if (column != null) {
                varied.put(fact, column);
                most = Math.min(MOST, most * column.places());
            } else if (known.get(fact) != null) {
                given.put(fact, known.get(fact));
            }
        }
        // where there may be many, each team has its own
        int[] places = new int[most < MOST ? most : size];
        int[] at = new int[size];
        int count = 0;
        for (int team = 0; team < size; team++) {
            int place = most < MOST ? place(varied.values(), team) : team;
            if (places[place] == 0) {
                Map<String, Object> all = new HashMap<>(given);
                for (Map.Entry<String, Column> each : varied.entrySet()) {
                    add(all, each.getKey(), each.getValue().of(team));
                }
                combination.accept(all);
                places[place] = ++count;
            }
            at[team] = places[place] - 1;
        }
        return at;
    }

    private static int place(Collection<Column> columns, int team) {
        int place = 0;
        for (Column column : columns) {
            place = place * column.places() + column.place(team);
        }
        return place;
    }
}
