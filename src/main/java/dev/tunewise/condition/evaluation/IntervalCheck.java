package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.syntax.Expr;
import dev.tunewise.condition.syntax.ExprSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a comparison of numbers before all its facts are known, where their bounds leave only one outcome: nobody needs to be asked for a
 * target when quality is at its maximum already. The difference of the two sides is greatest and least at the corners of what is possible, because
 * each fact occurs in it once and is not divided by.
 */
record IntervalCheck(Condition.Balance balance, Expr.Operator operator, Map<String, Declaration> bounds) {
    private static final int MOST_OPEN = 3;

    /** For a comparison of numbers; empty where corners say nothing about it. */
    static Optional<IntervalCheck> of(Expr.Op op, Condition.Balance balance, Map<String, Declaration> declarations) {
        List<String> names = ExprSymbols.in(op).stream().map(Expr.Name::name).toList();
        Map<String, Declaration> bounds = new HashMap<>();
        for (String name : names) {
            Declaration declaration = declarations.get(name);
            boolean again = declaration != null && bounds.put(name, declaration) != null;
            if (declaration == null || again || declaration.kind() != Declaration.Kind.QUANTITY) {
                return Optional.empty();
            }
        }
        return dividesByFact(op) ? Optional.empty() : Optional.of(new IntervalCheck(balance, op.operator(), bounds));
    }

    private static boolean dividesByFact(Expr expr) {
        return (expr instanceof Expr.Op op
                        && op.operator() == Expr.Operator.DIV
                        && !ExprSymbols.in(op.right()).isEmpty())
                || ExprSymbols.parts(expr).anyMatch(IntervalCheck::dividesByFact);
    }

    /** The outcome that bounds leave, given the facts known so far. */
    TristateLogic.Outcome outcome(String[] names, Map<String, Object> known) {
        Map<String, Object> corner = new HashMap<>();
        String[] open = new String[MOST_OPEN];
        int count = 0;
        for (String name : names) {
            Object value = known.get(name);
            if (value != null) {
                corner.put(name, value);
            } else if (count == MOST_OPEN) {
                return TristateLogic.Outcome.OPEN;
            } else {
                open[count++] = name;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int bits = 0; bits < 1 << count; bits++) {
            for (int i = 0; i < count; i++) {
                Declaration limits = bounds.get(open[i]);
                if (limits == null) {
                    return TristateLogic.Outcome.OPEN;
                }
                corner.put(open[i], (bits & 1 << i) == 0 ? limits.min() : limits.max());
            }
            double difference = balance.of(corner);
            if (Double.isNaN(difference)) {
                return TristateLogic.Outcome.OPEN;
            }
            least = Math.min(least, difference);
            most = Math.max(most, difference);
        }
        return decided(least, most);
    }

    private TristateLogic.Outcome decided(double least, double most) {
        return switch (operator) {
            case LT -> either(most < 0, least >= 0);
            case LE -> either(most <= 0, least > 0);
            case GT -> either(least > 0, most <= 0);
            case GE -> either(least >= 0, most < 0);
            case EQ -> either(false, least > 0 || most < 0);
            case NE -> either(least > 0 || most < 0, false);
            default -> TristateLogic.Outcome.OPEN;
        };
    }

    private static TristateLogic.Outcome either(boolean always, boolean never) {
        return always ? TristateLogic.Outcome.TRUE : never ? TristateLogic.Outcome.FALSE : TristateLogic.Outcome.OPEN;
    }
}
