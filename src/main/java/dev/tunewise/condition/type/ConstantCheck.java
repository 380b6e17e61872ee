package dev.tunewise.condition.type;

import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import dev.tunewise.diagnostics.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds every text that is compared with a fact against its choices, and every number against its bounds. */
final class ConstantCheck {
    private final Map<String, Declaration> declarations;
    private final ConditionProblems complaints;

    /** What the item of a fold over a written-out list can be. */
    private final Map<String, List<Expr>> written = new HashMap<>();

    ConstantCheck(Map<String, Declaration> declarations, ConditionProblems complaints) {
        this.declarations = declarations;
        this.complaints = complaints;
    }

    /** Remembers over which texts the item of a fold goes. */
    void bind(Expr.Fold fold) {
        if (fold.list() instanceof Expr.ListOf list) {
            written.put(fold.item(), list.items());
        } else {
            written.remove(fold.item());
        }
    }

    /** Checks the texts on each side of a comparison against the choices of the other side. */
    void checkTexts(Expr left, ExprType leftKind, Expr right, ExprType rightKind) {
        check(left, rightKind);
        check(right, leftKind);
        boolean strangers = leftKind.isClosed()
                && rightKind.isClosed()
                && leftKind.choices().stream().noneMatch(rightKind.choices()::contains);
        if (strangers) {
            complaints.add("choices-differ", left.start(), leftKind.owner(), rightKind.owner());
        }
    }

    private void check(Expr expr, ExprType other) {
        if (!other.isClosed()) {
            return;
        }
        texts(expr)
                .filter(text -> !other.choices().contains(text.value()))
                .forEach(text -> complaints.add(
                        "unknown-choice.condition",
                        text.at(),
                        other.owner(),
                        text.value(),
                        Suggestion.remedy(
                                text.value(), other.choices(), "Its choices are " + Suggestion.list(other.choices()))));
    }

    private Stream<Expr.Str> texts(Expr expr) {
        return switch (expr) {
            case Expr.Str text -> Stream.of(text);
            case Expr.ListOf list -> list.items().stream().flatMap(this::texts);
            case Expr.If when -> Stream.concat(texts(when.then()), texts(when.otherwise()));
            case Expr.Name name ->
                written.getOrDefault(name.name(), List.of()).stream().flatMap(this::texts);
            case Expr.Fold fold when fold.macro().equals("filter") -> texts(fold.list());
            default -> Stream.empty();
        };
    }

    /** Complains where a fact is compared with a number that it can never reach. */
    void checkBounds(Expr.Op op) {
        if (op.operands().size() == 2) {
            checkBound(op.left(), op.right());
            checkBound(op.right(), op.left());
        }
    }

    private void checkBound(Expr side, Expr other) {
        if (!(side instanceof Expr.Name name) || !(number(other) instanceof Double value)) {
            return;
        }
        Declaration declaration = declarations.get(name.name());
        if (declaration == null || (value >= declaration.min() && value <= declaration.max())) {
            return;
        }
        boolean low = value < declaration.min();
        complaints.add(
                low ? "out-of-bounds.below" : "out-of-bounds.above",
                other.start(),
                name.name(),
                plain(low ? declaration.min() : declaration.max()),
                plain(value));
    }

    private static @Nullable Double number(Expr expr) {
        return switch (expr) {
            case Expr.Num num -> num.value();
            case Expr.Op op
            when op.operator() == Expr.Operator.NEG && op.left() instanceof Expr.Num num -> -num.value();
            default -> null;
        };
    }

    private static String plain(double value) {
        return ExprPrinter.forPeople(new Expr.Num(0, value));
    }

    /** Complains about lists of several items compared as wholes: answers have no order that people know of. */
    void checkOneItem(Expr.Op op) {
        for (Expr side : op.operands()) {
            if (side instanceof Expr.ListOf list && list.items().size() > 1) {
                complaints.add("list-order", side.at());
            }
        }
    }
}
