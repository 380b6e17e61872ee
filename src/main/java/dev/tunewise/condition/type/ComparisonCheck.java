package dev.tunewise.condition.type;

import dev.tunewise.condition.syntax.ConditionProblems;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprPrinter;
import java.util.Optional;
import java.util.Set;

/** Checks that the two sides of `==`, `!=` and `in` can be compared at all, and that their constants can occur. */
record ComparisonCheck(ConditionProblems complaints, TypeExpectations demands, ConstantCheck constants) {
    void membership(Expr.Op op, ExprType left, ExprType right) {
        if (left.kind() == Kind.BROKEN || right.kind() == Kind.BROKEN) {
            return;
        }
        if (right.kind() == Kind.TEXT && op.right() instanceof Expr.Name name) {
            complaints.add("condition-type", op.right().at(), name.name(), ExprPrinter.forPeople(op.left()));
            return;
        }
        if (left.kind() == Kind.TEXTS) {
            complaints.add(
                    "condition-type.membership",
                    op.left().start(),
                    TypeExpectations.said(op.left(), left),
                    ExprPrinter.forPeople(op.left()),
                    ExprPrinter.forPeople(op.right()));
            return;
        }
        Kind wanted = left.kind() == Kind.NUMBER ? Kind.NUMBERS : Kind.TEXTS;
        demands.of(op.left(), left, Set.of(Kind.TEXT, Kind.NUMBER), "`in` looks for a text or a number in a list.");
        demands.of(op.right(), right, Set.of(wanted, Kind.NOTHING), "`in` looks into a list of the same kind.");
        constants.checkTexts(op.left(), left, op.right(), right);
    }

    void equality(Expr.Op op, ExprType left, ExprType right) {
        if (left.kind() == Kind.BROKEN || right.kind() == Kind.BROKEN) {
            return;
        }
        Optional<Expr> texts = left.kind() == Kind.TEXTS && right.kind() == Kind.TEXT
                ? Optional.of(op.left())
                : right.kind() == Kind.TEXTS && left.kind() == Kind.TEXT ? Optional.of(op.right()) : Optional.empty();
        if (texts.isPresent()) {
            Expr list = texts.get();
            Expr item = list == op.left() ? op.right() : op.left();
            complaints.add(
                    "condition-type.equality",
                    list.start(),
                    TypeExpectations.said(list, left.kind() == Kind.TEXTS ? left : right, true),
                    op.operator().sign,
                    op.operator() == Expr.Operator.NE ? "!(" : "",
                    ExprPrinter.forPeople(item),
                    ExprPrinter.forPeople(list),
                    op.operator() == Expr.Operator.NE ? ")" : "");
            return;
        }
        boolean lists = isList(left.kind()) && isList(right.kind());
        boolean emptyOne = left.kind() == Kind.NOTHING || right.kind() == Kind.NOTHING;
        if (left.kind() != right.kind() && !(lists && emptyOne)) {
            complaints.add(
                    isText(left, right) ? "condition-type.never-equal-text" : "condition-type.never-equal",
                    op.at(),
                    TypeExpectations.said(op.left(), left, true),
                    TypeExpectations.said(op.right(), right));
            return;
        }
        constants.checkTexts(op.left(), left, op.right(), right);
        if (left.kind() == Kind.NUMBER) {
            constants.checkBounds(op);
        }
        if (lists) {
            constants.checkOneItem(op);
        }
    }

    private static boolean isList(Kind kind) {
        return kind == Kind.TEXTS || kind == Kind.NUMBERS || kind == Kind.NOTHING;
    }

    private static boolean isText(ExprType left, ExprType right) {
        return left.kind() == Kind.TEXT || right.kind() == Kind.TEXT;
    }
}
