package dev.tunewise.condition;

import java.util.Optional;
import java.util.Set;

/** Checks that the two sides of `==`, `!=` and `in` can be compared at all, and that their constants can occur. */
final class Comparisons {
    private final Complaints complaints;
    private final Demands demands;
    private final Constants constants;

    Comparisons(Complaints complaints, Demands demands, Constants constants) {
        this.complaints = complaints;
        this.demands = demands;
        this.constants = constants;
    }

    /** Checks `item in list`. */
    void membership(Expr.Op op, Typed left, Typed right) {
        if (left.kind() == Kind.BROKEN || right.kind() == Kind.BROKEN) {
            return;
        }
        if (right.kind() == Kind.TEXT && op.right() instanceof Expr.Name name) {
            complaints.add(
                    Demands.WRONG,
                    op.right().at(),
                    "`" + name.name() + "` has one value, not a list.",
                    "Write `" + name.name() + " == " + Printer.forPeople(op.left()) + "`.");
            return;
        }
        if (left.kind() == Kind.TEXTS) {
            complaints.add(
                    Demands.WRONG,
                    op.left().start(),
                    "`in` asks for one text, and " + Demands.said(op.left(), left) + ".",
                    "Write `" + Printer.forPeople(op.left()) + ".exists(item, item in " + Printer.forPeople(op.right())
                            + ")`.");
            return;
        }
        Kind wanted = left.kind() == Kind.NUMBER ? Kind.NUMBERS : Kind.TEXTS;
        demands.of(op.left(), left, Set.of(Kind.TEXT, Kind.NUMBER), "`in` looks for a text or a number in a list.");
        demands.of(op.right(), right, Set.of(wanted, Kind.NOTHING), "`in` looks into a list of the same kind.");
        constants.checkTexts(op.left(), left, op.right(), right);
    }

    /** Checks `==` and `!=`. */
    void equality(Expr.Op op, Typed left, Typed right) {
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
                    Demands.WRONG,
                    list.start(),
                    Demands.said(list, left.kind() == Kind.TEXTS ? left : right, true) + ", and `" + op.operator().sign
                            + "` compares it with one text.",
                    "Write `" + (op.operator() == Expr.Operator.NE ? "!(" : "") + Printer.forPeople(item) + " in "
                            + Printer.forPeople(list) + (op.operator() == Expr.Operator.NE ? ")" : "") + "`.");
            return;
        }
        boolean lists = isList(left.kind()) && isList(right.kind());
        boolean emptyOne = left.kind() == Kind.NOTHING || right.kind() == Kind.NOTHING;
        if (left.kind() != right.kind() && !(lists && emptyOne)) {
            complaints.add(
                    Demands.WRONG,
                    op.at(),
                    Demands.said(op.left(), left, true) + " and " + Demands.said(op.right(), right)
                            + ": they can never be equal.",
                    "Compare values of one kind" + (isText(left, right) ? "; numbers stand without quotes." : "."));
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

    private static boolean isText(Typed left, Typed right) {
        return left.kind() == Kind.TEXT || right.kind() == Kind.TEXT;
    }
}
