package dev.tunewise.cost.formula;

import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How an amount is worked out. One formula serves three purposes: the exact decimal amount of a line, the text that shows it with its
 * numbers, and fast columns of doubles for simulation and curves. So the three can never differ. All kinds stand in this one file
 * because they are one idea, each a few lines.
 */
public sealed interface Formula
        permits CacheHits,
                Cheapest,
                Formula.Constant,
                Formula.Leaf,
                Formula.Named,
                Formula.Product,
                Formula.Sum,
                Formula.Whole,
                PairFormula {
    /** The exact amount; quotients to 34 digits. */
    BigDecimal exact(ValuePoint point);

    /** Adds its steps to a program over columns; gives the place of its value there. */
    int compile(ColumnProgram.Builder into);

    String text(ValuePoint point);

    default List<Formula> parts() {
        return List.of();
    }

    /** The parts that its text shows. */
    default List<Formula> shownParts(ValuePoint point) {
        return parts();
    }

    /** The text as part of a product. */
    default String factorText(ValuePoint point) {
        return text(point);
    }

    static Formula number(long value) {
        return new Constant(BigDecimal.valueOf(value));
    }

    static Formula sum(Formula... parts) {
        return parts.length == 1 ? parts[0] : new Sum(List.of(parts));
    }

    static Formula sum(List<Formula> parts) {
        return parts.isEmpty() ? number(0) : parts.size() == 1 ? parts.getFirst() : new Sum(parts);
    }

    static Formula product(Formula... parts) {
        return new Product(List.of(parts));
    }

    static Formula larger(Formula one, Formula other) {
        return new PairFormula(PairFormula.Operation.LARGER, one, other);
    }

    static Formula smaller(Formula one, Formula other) {
        return new PairFormula(PairFormula.Operation.SMALLER, one, other);
    }

    default Formula minus(Formula other) {
        return new PairFormula(PairFormula.Operation.DIFFERENCE, this, other);
    }

    default Formula over(Formula other) {
        return new PairFormula(PairFormula.Operation.QUOTIENT, this, other);
    }

    /** Tokens at a price per 1,000,000. */
    default Formula tokensAt(Formula pricePerMillion) {
        return new PairFormula(PairFormula.Operation.PRICED, this, pricePerMillion);
    }

    /** A figure that the estimate rests on. */
    record Leaf(CostInput input) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            return point.value(input);
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.leaf(input);
        }

        @Override
        public String text(ValuePoint point) {
            return point.written(input);
        }
    }

    record Constant(BigDecimal value) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            return value;
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.constant(value.doubleValue());
        }

        @Override
        public String text(ValuePoint point) {
            return NumberFormat.number(value);
        }
    }

    record Sum(List<Formula> parts) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Formula part : parts) {
                sum = sum.add(part.exact(point));
            }
            return sum;
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.folded(ColumnStep.ADD, parts);
        }

        @Override
        public String text(ValuePoint point) {
            return parts.stream().map(part -> part.text(point)).collect(Collectors.joining(" + "));
        }

        @Override
        public String factorText(ValuePoint point) {
            return "(" + text(point) + ")";
        }
    }

    record Product(List<Formula> parts) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            BigDecimal product = BigDecimal.ONE;
            for (Formula part : parts) {
                product = product.multiply(part.exact(point));
            }
            return product;
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.folded(ColumnStep.MULTIPLY, parts);
        }

        @Override
        public String text(ValuePoint point) {
            return parts.stream().map(part -> part.factorText(point)).collect(Collectors.joining(" × "));
        }
    }

    record Whole(Formula part) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            return part.exact(point).setScale(0, RoundingMode.CEILING);
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.step(ColumnStep.ROUND_UP, part.compile(into), part.compile(into));
        }

        @Override
        public String text(ValuePoint point) {
            return part.factorText(point) + " rounded up";
        }

        @Override
        public String factorText(ValuePoint point) {
            return "(" + text(point) + ")";
        }

        @Override
        public List<Formula> parts() {
            return List.of(part);
        }
    }

    /**
     * A figure worked out once and used in several places, shown by its value.
     *
     * @param name what it is, after its value: "calls a month"
     */
    record Named(String name, CostInput.Kind kind, Formula how) implements Formula {
        @Override
        public BigDecimal exact(ValuePoint point) {
            return point.once(this);
        }

        @Override
        public int compile(ColumnProgram.Builder into) {
            return into.named(this);
        }

        @Override
        public String text(ValuePoint point) {
            return written(point);
        }

        public String written(ValuePoint point) {
            return point.written(this);
        }

        @Override
        public List<Formula> parts() {
            return List.of(how);
        }
    }
}
