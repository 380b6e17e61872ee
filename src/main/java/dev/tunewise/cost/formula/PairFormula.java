package dev.tunewise.cost.formula;

import dev.tunewise.money.Rounding;
import java.math.BigDecimal;

/** What is worked out of two. */
record PairFormula(Operation operation, Formula one, Formula other) implements Formula {
    /** How; tokens are priced per 1,000,000. */
    enum Operation {
        DIFFERENCE(ColumnStep.SUBTRACT),
        QUOTIENT(ColumnStep.DIVIDE),
        PRICED(ColumnStep.PER_MILLION),
        LARGER(ColumnStep.LARGER),
        SMALLER(ColumnStep.SMALLER);

        final ColumnStep step;

        Operation(ColumnStep step) {
            this.step = step;
        }

        /** Whether it needs brackets as part of a product. */
        boolean loose() {
            return this != QUOTIENT && this != PRICED;
        }
    }

    BigDecimal worked(ValuePoint point) {
        BigDecimal left = one.exact(point);
        BigDecimal right = other.exact(point);
        return switch (operation) {
            case DIFFERENCE -> left.subtract(right);
            case QUOTIENT -> Rounding.divide(left, right);
            case PRICED -> left.multiply(right).movePointLeft(6);
            case LARGER -> left.max(right);
            case SMALLER -> left.min(right);
        };
    }

    String written(ValuePoint point) {
        String left = one.factorText(point);
        String right = other.factorText(point);
        return switch (operation) {
            case DIFFERENCE -> one.text(point) + " - " + right;
            case QUOTIENT -> left + " / " + (other instanceof Formula.Product ? "(" + right + ")" : right);
            case PRICED -> left + " × " + right;
            case LARGER -> "the larger of " + left + " and " + right;
            case SMALLER -> "the smaller of " + left + " and " + right;
        };
    }
}
