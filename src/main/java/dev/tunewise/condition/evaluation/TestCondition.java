package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import dev.tunewise.condition.syntax.ExprSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One test as a condition of its own. */
final class TestCondition implements Condition {
    private final String text;
    private final Expr expr;
    private final ExprEvaluator.Part part;
    private final boolean strict;
    private final String[] names;
    private final Set<String> facts;
    private final @Nullable IntervalCheck corners;
    private final TristateLogic.Outcome alone;
    private final List<Test> tests;
    private final BooleanTree shape;

    TestCondition(Expr expr, List<String> names, TestParts parts) {
        this.text = ExprPrinter.forPeople(expr);
        this.expr = expr;
        this.part = ExprEvaluator.of(expr);
        this.strict = ExprEvaluator.isStrict(expr);
        this.names = names.toArray(String[]::new);
        this.facts = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        this.corners = parts.corners();
        this.alone = corners == null ? TristateLogic.Outcome.OPEN : corners.outcome(this.names, Map.of());
        Set<String> choices = ExprSymbols.texts(expr).collect(Collectors.toUnmodifiableSet());
        Test test = new Test(text, this, parts.constants(), choices, parts.balance());
        this.tests = List.of(test);
        this.shape = new BooleanTree.Leaf(test);
    }

    /** What a test is made of, for those who look into it. */
    record TestParts(
            List<Double> constants,
            @Nullable Balance balance,
            @Nullable IntervalCheck corners) {}

    @Override
    public String text() {
        return text;
    }

    @Override
    public Set<String> facts() {
        return facts;
    }

    @Override
    public List<Test> tests() {
        return tests;
    }

    @Override
    public BooleanTree shape() {
        return shape;
    }

    @Override
    public Tristate evaluate(Map<String, Object> known) {
        return switch (outcome(known)) {
            case TRUE -> TristateLogic.YES;
            case FALSE -> TristateLogic.NO;
            case OPEN -> {
                List<String> needs = new ArrayList<>();
                addNeeds(known, needs);
                yield new Tristate.Needs(new LinkedHashSet<>(needs));
            }
        };
    }

    @Override
    public boolean holds(Map<String, Object> known) {
        return outcome(known) == TristateLogic.Outcome.TRUE;
    }

    TristateLogic.Outcome outcome(Map<String, Object> known) {
        if (part.of(known) instanceof Boolean value) {
            return TristateLogic.Outcome.of(value);
        }
        return names.length == 1 || corners == null ? alone : corners.outcome(names, known);
    }

    void addNeeds(Map<String, Object> known, Collection<String> needs) {
        if (!strict) {
            ExprEvaluator.addNeeds(expr, known, needs);
            return;
        }
        for (String name : names) {
            if (!known.containsKey(name)) {
                needs.add(name);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
