package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.LinearRoot;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts a checked condition into its tests. */
public record BooleanTreeBuilder(Map<String, Declaration> declarations) {
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

    private BooleanTree leaf(Expr expr) {
        List<String> names =
                ExprSymbols.in(expr).stream().map(Expr.Name::name).distinct().toList();
        if (names.isEmpty() && ExprEvaluator.of(expr).of(Map.of()) instanceof Boolean value) {
            return new BooleanTree.Fixed(value);
        }
        Condition.Balance balance = balance(expr);
        return new TestCondition(
                        expr,
                        names,
                        new TestCondition.TestParts(constants(expr, names, balance), balance, corners(expr, balance)))
                .shape();
    }

    private Condition.@Nullable Balance balance(Expr expr) {
        if (!(expr instanceof Expr.Op op)
                || !(op.operator().isOrder() || op.operator().isEquality())
                || !isNumber(op.left())
                || !isNumber(op.right())) {
            return null;
        }
        ExprEvaluator.Part difference = ExprEvaluator.of(new Expr.Op(op.at(), Expr.Operator.SUB, op.operands()));
        return known ->
                (double) Objects.requireNonNull(difference.of(known), () -> "A fact of " + expr + " is missing");
    }

    /** Whether it is a number worked out from quantities and from how many choices a fact has, without a choice between two. */
    private boolean isNumber(Expr expr) {
        return switch (expr) {
            case Expr.Num _ -> true;
            case Expr.Name name -> isKind(name, Declaration.Kind.QUANTITY);
            case Expr.Size size -> size.list() instanceof Expr.Name name && isKind(name, Declaration.Kind.CHOICES);
            case Expr.Op op ->
                op.operator().isArithmetic() && op.operands().stream().allMatch(this::isNumber);
            default -> false;
        };
    }

    private boolean isKind(Expr.Name name, Declaration.Kind kind) {
        Declaration declared = declarations.get(name.name());
        return declared != null && declared.kind() == kind;
    }

    private @Nullable IntervalCheck corners(Expr expr, Condition.@Nullable Balance balance) {
        return balance != null && expr instanceof Expr.Op op
                ? IntervalCheck.of(op, balance, declarations).orElse(null)
                : null;
    }

    private List<Double> constants(Expr expr, List<String> names, Condition.@Nullable Balance balance) {
        if (balance != null && names.size() == 1) {
            boolean quantity = isKind(new Expr.Name(0, names.getFirst()), Declaration.Kind.QUANTITY);
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
