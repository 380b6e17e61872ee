package dev.tunewise.condition;

import dev.cel.runtime.CelRuntime;
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
final class Shaper {
    private final CelReferee referee;
    private final Direct direct;
    private final Map<String, Declaration> declarations;

    Shaper(Map<String, Declaration> declarations, CelReferee referee) {
        this.declarations = declarations;
        this.referee = referee;
        this.direct = new Direct(declarations);
    }

    Shape shape(Expr expr) {
        return switch (expr) {
            case Expr.Bool bool -> new Shape.Fixed(bool.value());
            case Expr.If when -> new Shape.Either(shape(when.when()), shape(when.then()), shape(when.otherwise()));
            case Expr.Op op when op.operator() == Expr.Operator.AND -> new Shape.All(flat(op, Expr.Operator.AND));
            case Expr.Op op when op.operator() == Expr.Operator.OR -> new Shape.Any(flat(op, Expr.Operator.OR));
            case Expr.Op op when op.operator() == Expr.Operator.NOT -> new Shape.Not(shape(op.left()));
            default -> leaf(expr);
        };
    }

    private List<Shape> flat(Expr.Op op, Expr.Operator operator) {
        List<Shape> parts = new ArrayList<>();
        for (Expr operand : op.operands()) {
            if (operand instanceof Expr.Op inner && inner.operator() == operator) {
                parts.addAll(flat(inner, operator));
            } else {
                parts.add(shape(operand));
            }
        }
        return parts;
    }

    private Shape leaf(Expr expr) {
        List<String> names =
                Names.in(expr).stream().map(Expr.Name::name).distinct().toList();
        Optional<Predicate<Map<String, Object>>> whole = direct.test(expr);
        boolean plain = whole.isPresent() && isStrict(expr);
        CelRuntime.Program program = plain ? null : referee.plan(expr);
        if (names.isEmpty() && whole.isPresent()) {
            return new Shape.Fixed(whole.get().test(Map.of()));
        }
        Condition.Balance balance = balance(expr);
        TestCondition.TestParts parts = new TestCondition.TestParts(
                constants(expr, names, balance),
                Names.texts(expr).collect(Collectors.toUnmodifiableSet()),
                balance,
                corners(expr, balance));
        return new TestCondition(Printer.forPeople(expr), names, whole.orElse(null), program, parts).shape();
    }

    /** Whether the test needs all of its facts whatever their values are. */
    private static boolean isStrict(Expr expr) {
        boolean branches = expr instanceof Expr.If
                || (expr instanceof Expr.Op op
                        && (op.operator() == Expr.Operator.AND || op.operator() == Expr.Operator.OR))
                || (expr instanceof Expr.Fold fold && !Direct.isAboutItemOnly(fold));
        return !branches && (expr instanceof Expr.Fold || Names.parts(expr).allMatch(Shaper::isStrict));
    }

    private Condition.@Nullable Balance balance(Expr expr) {
        if (!(expr instanceof Expr.Op op)
                || !(op.operator().isOrder() || op.operator().isEquality())) {
            return null;
        }
        Optional<Direct.Number> left = direct.number(op.left());
        Optional<Direct.Number> right = direct.number(op.right());
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        return known -> left.get().of(known) - right.get().of(known);
    }

    private @Nullable Corners corners(Expr expr, Condition.@Nullable Balance balance) {
        return balance != null && expr instanceof Expr.Op op
                ? Corners.of(op, balance, declarations).orElse(null)
                : null;
    }

    private List<Double> constants(Expr expr, List<String> names, Condition.@Nullable Balance balance) {
        if (balance != null && names.size() == 1) {
            boolean quantity = direct.isQuantity(names.getFirst());
            OptionalDouble root =
                    quantity ? Lines.root(balance, names.getFirst(), new LinkedHashMap<>()) : OptionalDouble.empty();
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
