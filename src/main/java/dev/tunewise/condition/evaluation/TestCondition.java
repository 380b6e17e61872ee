package dev.tunewise.condition.evaluation;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One test as a condition of its own. A plain comparison is evaluated directly, which a test holds equal to CEL; anything else runs in
 * CEL's planner runtime, every missing fact given to it as unknown.
 */
final class TestCondition implements Condition {
    private final String text;
    private final String[] names;
    private final Set<String> facts;
    private final @Nullable Predicate<Map<String, Object>> direct;
    private final CelRuntime.@Nullable Program program;
    private final @Nullable IntervalCheck corners;
    private final TristateLogic.Outcome alone;
    private final List<Test> tests;
    private final BooleanTree shape;

    TestCondition(
            String text,
            List<String> names,
            @Nullable Predicate<Map<String, Object>> direct,
            CelRuntime.@Nullable Program program,
            TestParts parts) {
        this.text = text;
        this.names = names.toArray(String[]::new);
        this.facts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
        this.direct = direct;
        this.program = program;
        this.corners = parts.corners();
        this.alone = corners == null ? TristateLogic.Outcome.OPEN : corners.outcome(this.names, Map.of());
        Test test = new Test(text, this, parts.constants(), parts.choices(), parts.balance());
        this.tests = List.of(test);
        this.shape = new BooleanTree.Leaf(test);
    }

    /** What a test is made of, for those who look into it. */
    record TestParts(
            List<Double> constants,
            Set<String> choices,
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

    TristateLogic.Outcome outcome(Map<String, Object> known) {
        boolean whole = true;
        for (String name : names) {
            if (known.get(name) == null) {
                whole = false;
                break;
            }
        }
        if (whole && direct != null) {
            return TristateLogic.Outcome.of(direct.test(known));
        }
        if (program == null) {
            return names.length == 1 || corners == null ? alone : corners.outcome(names, known);
        }
        return run(program, known) instanceof Boolean value
                ? TristateLogic.Outcome.of(value)
                : TristateLogic.Outcome.OPEN;
    }

    void addNeeds(Map<String, Object> known, Collection<String> needs) {
        if (program == null) {
            for (String name : names) {
                if (!known.containsKey(name)) {
                    needs.add(name);
                }
            }
            return;
        }
        if (run(program, known) instanceof CelUnknownSet unknown) {
            Set<CelAttribute> attributes = unknown.attributes();
            for (CelAttribute attribute : attributes) {
                List<CelAttribute.Qualifier> path = attribute.qualifiers();
                needs.add(path.getFirst().asString());
            }
        }
    }

    private Object run(CelRuntime.Program program, Map<String, Object> known) {
        List<CelAttributePattern> missing = new ArrayList<>();
        for (String name : names) {
            if (!known.containsKey(name)) {
                missing.add(CelAttributePattern.create(name));
            }
        }
        try {
            return missing.isEmpty()
                    ? program.eval(known)
                    : program.eval(PartialVars.of(known, missing.toArray(CelAttributePattern[]::new)));
        } catch (CelEvaluationException wrong) {
            throw new IllegalStateException("Cannot evaluate `" + text + "` with " + known, wrong);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
