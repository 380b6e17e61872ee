package dev.tunewise.condition.evaluation;

import dev.cel.runtime.CelRuntime;
import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.LinearRoot;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import dev.tunewise.condition.syntax.ExprSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts a checked condition into its tests. */
public final class BooleanTreeBuilder {
    private final CelEngine referee;
    private final FastEvaluator direct;
    private final Map<String, Declaration> declarations;

    public BooleanTreeBuilder(Map<String, Declaration> declarations, CelEngine referee) {
        this.declarations = declarations;
        this.referee = referee;
        this.direct = new FastEvaluator(declarations);
    }

    public BooleanTree shape(Expr expr) {
        return switch (expr) {
            case Expr.Bool bool -> new BooleanTree.Fixed(bool.value());
            case Expr.If when ->
                new BooleanTree.Either(shape(when.when()), shape(when.then()), shape(when.otherwise()));
            case Expr.Op op when op.operator() == Expr.Operator.AND -> new BooleanTree.All(flat(op, Expr.Operator.AND));
            case Expr.Op op when op.operator() == Expr.Operator.OR -> new BooleanTree.Any(flat(op, Expr.Operator.OR));
            case Expr.Op op when op.operator() == Expr.Operator.NOT -> new BooleanTree.Not(shape(op.left()));
            default -> leaf(expr);
        };
    }

    private List<BooleanTree> flat(Expr.Op op, Expr.Operator operator) {
        List<BooleanTree> parts = new ArrayList<>();
        for (Expr operand : op.operands()) {
            if (operand instanceof Expr.Op inner && inner.operator() == operator) {
                parts.addAll(flat(inner, operator));
            } else {
                parts.add(shape(operand));
            }
        }
        return parts;
    }

    /** Whether a test is one that is evaluated without CEL. */
    public boolean isPlain(Expr expr) {
        return direct.test(expr).isPresent() && isStrict(expr);
    }

    private BooleanTree leaf(Expr expr) {
        List<String> names =
                ExprSymbols.in(expr).stream().map(Expr.Name::name).distinct().toList();
        Optional<Predicate<Map<String, Object>>> whole = direct.test(expr);
        boolean plain = whole.isPresent() && isStrict(expr);
        CelRuntime.Program program = plain ? null : referee.plan(expr);
        if (names.isEmpty() && whole.isPresent()) {
            return new BooleanTree.Fixed(whole.get().test(Map.of()));
        }
        Condition.Balance balance = balance(expr);
        TestCondition.TestParts parts = new TestCondition.TestParts(
                constants(expr, names, balance),
                ExprSymbols.texts(expr).collect(Collectors.toUnmodifiableSet()),
                balance,
                corners(expr, balance));
        return new TestCondition(ExprPrinter.forPeople(expr), names, whole.orElse(null), program, parts).shape();
    }

    /** Whether the test needs all of its facts whatever their values are. */
    private static boolean isStrict(Expr expr) {
        boolean branches = expr instanceof Expr.If
                || (expr instanceof Expr.Op op
                        && (op.operator() == Expr.Operator.AND || op.operator() == Expr.Operator.OR))
                || (expr instanceof Expr.Fold fold && !FastEvaluator.isAboutItemOnly(fold));
        return !branches
                && (expr instanceof Expr.Fold || ExprSymbols.parts(expr).allMatch(BooleanTreeBuilder::isStrict));
    }

    private Condition.@Nullable Balance balance(Expr expr) {
        if (!(expr instanceof Expr.Op op)
                || !(op.operator().isOrder() || op.operator().isEquality())) {
            return null;
        }
        Optional<FastEvaluator.Number> left = direct.number(op.left());
        Optional<FastEvaluator.Number> right = direct.number(op.right());
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        return known -> left.get().of(known) - right.get().of(known);
    }

    private @Nullable IntervalCheck corners(Expr expr, Condition.@Nullable Balance balance) {
        return balance != null && expr instanceof Expr.Op op
                ? IntervalCheck.of(op, balance, declarations).orElse(null)
                : null;
    }

    private List<Double> constants(Expr expr, List<String> names, Condition.@Nullable Balance balance) {
        if (balance != null && names.size() == 1) {
            boolean quantity = direct.isQuantity(names.getFirst());
            OptionalDouble root = quantity
                    ? LinearRoot.root(balance, names.getFirst(), new LinkedHashMap<>())
                    : OptionalDouble.empty();
            return root.isPresent() ? List.of(root.getAsDouble()) : List.of();
        }
        if (expr instanceof Expr.Op op && op.operator() == Expr.Operator.IN && op.right() instanceof Expr.ListOf list) {
            return list.items().stream()
                    .flatMap(item -> item instanceof Expr.Num num ? Stream.of(num.value()) : Stream.empty())
                    .toList();
        }
        return List.of();
    }
}
