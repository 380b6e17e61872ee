package dev.tunewise.flow.prior;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Expectations.Prior;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each of some teams has of one fact. What tests say of it is remembered. Safe for use by several threads. */
public final class Column {
    private final List<Prior.Span> answers;
    private final List<Draw> draws;
    private final int[] at;
    private final List<Part> parts;
    private final Map<String, ConditionOutcomes> told = new ConcurrentHashMap<>();

    /**
     * A value that teams have.
     *
     * @param answer the place of the answer that it belongs to, or -1 where a team cannot say it
     * @param value the raw value, or null where a team cannot say it
     */
    record Draw(int answer, double share, @Nullable Object value) {}

    /** Teams that have what another column says. */
    record Part(BitSet teams, Column column) {}

    private Column(List<Prior.Span> answers, List<Draw> draws, int[] at, List<Part> parts) {
        this.answers = answers;
        this.draws = draws;
        this.at = at;
        this.parts = parts;
    }

    /**
     * @param answers the answers that the prior tells apart, in its order
     * @param at for each team the place of its value among the draws
     */
    Column(List<Prior.Span> answers, List<Draw> draws, int[] at) {
        this(answers, draws, at, List.of());
    }

    /** One column from parts of some over the same draws; each team stands in one part. */
    static Column of(List<Part> parts) {
        Column first = parts.getFirst().column();
        int[] at = first.at.clone();
        for (Part part : parts.subList(1, parts.size())) {
            part.teams().stream().forEach(team -> at[team] = part.column().at[team]);
        }
        return new Column(first.answers, first.draws, at, List.copyOf(parts));
    }

    /** The answers that the prior tells apart, in its order. */
    public List<Prior.Span> answers() {
        return answers;
    }

    /** The place of a team's answer among the answers, or -1 where it cannot say it. */
    public int answer(int team) {
        return draws.get(at[team]).answer();
    }

    Draw of(int team) {
        return draws.get(at[team]);
    }

    /** The place of a team's value among all. */
    int place(int team) {
        return at[team];
    }

    int places() {
        return draws.size();
    }

    /** What a test of this fact alone says. */
    ConditionOutcomes truth(Condition.Test test, String fact) {
        return told.computeIfAbsent(test.text(), _ -> parts.isEmpty() ? tested(test, fact) : joined(test, fact));
    }

    private ConditionOutcomes tested(Condition.Test test, String fact) {
        List<Tristate> byDraw = new ArrayList<>();
        for (Draw draw : draws) {
            Object value = draw.value();
            byDraw.add(test.condition().evaluate(value == null ? Map.of() : Map.of(fact, value)));
        }
        return ConditionOutcomes.of(at, byDraw);
    }

    private ConditionOutcomes joined(Condition.Test test, String fact) {
        ConditionOutcomes all = new ConditionOutcomes(new BitSet(), new BitSet());
        parts.forEach(part -> all.add(part.column().truth(test, fact), part.teams()));
        return all;
    }
}
