package dev.tunewise.cost.formula;

import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
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
    default BigDecimal exact(ValuePoint point) {
        return switch (this) {
            case Leaf(CostInput input) -> point.value(input);
            case Constant(BigDecimal value) -> value;
            case Named named -> point.once(named);
            case Sum(List<Formula> parts) -> folded(parts, point, BigDecimal.ZERO, BigDecimal::add);
            case Product(List<Formula> parts) -> folded(parts, point, BigDecimal.ONE, BigDecimal::multiply);
            case Whole(Formula part) -> part.exact(point).setScale(0, RoundingMode.CEILING);
            case PairFormula pair -> pair.worked(point);
            case Cheapest ways -> ways.chosen(point).exact(point);
            case CacheHits hits -> hits.share(point);
        };
    }

    private static BigDecimal folded(
            List<Formula> parts, ValuePoint point, BigDecimal start, BinaryOperator<BigDecimal> with) {
        BigDecimal folded = start;
        for (Formula part : parts) {
            folded = with.apply(folded, part.exact(point));
        }
        return folded;
    }

    /** Adds its steps to a program over columns; gives the place of its value there. */
    default int compile(ColumnProgram.Builder into) {
        return switch (this) {
            case Leaf(CostInput input) -> into.leaf(input);
            case Constant(BigDecimal value) -> into.constant(value.doubleValue());
            case Named named -> into.named(named);
            case Sum(List<Formula> parts) -> into.folded(ColumnStep.ADD, parts);
            case Product(List<Formula> parts) -> into.folded(ColumnStep.MULTIPLY, parts);
            case Whole(Formula part) -> into.step(ColumnStep.ROUND_UP, part.compile(into), part.compile(into));
            case PairFormula(var operation, Formula one, Formula other) ->
                into.step(operation.step, one.compile(into), other.compile(into));
            case Cheapest(List<Formula> ways) -> into.folded(ColumnStep.SMALLER, ways);
            case CacheHits hits -> hits.steps(into);
        };
    }

    default String text(ValuePoint point) {
        return switch (this) {
            case Leaf(CostInput input) -> point.written(input);
            case Constant(BigDecimal value) -> NumberFormat.number(value);
            case Named named -> named.written(point);
            case Sum(List<Formula> parts) ->
                parts.stream().map(part -> part.text(point)).collect(Collectors.joining(" + "));
            case Product(List<Formula> parts) ->
                parts.stream().map(part -> part.factorText(point)).collect(Collectors.joining(" × "));
            case Whole(Formula part) -> part.factorText(point) + " rounded up";
            case PairFormula pair -> pair.written(point);
            case Cheapest ways -> ways.chosen(point).text(point);
            case CacheHits hits -> hits.written(point);
        };
    }

    default List<Formula> parts() {
        return switch (this) {
            case Whole(Formula part) -> List.of(part);
            case Named(String _, var _, Formula how) -> List.of(how);
            case PairFormula(var _, Formula one, Formula other) -> List.of(one, other);
            case CacheHits hits -> List.of(hits.callsPerDay(), hits.best());
            default -> List.of();
        };
    }

    /** The parts that its text shows. */
    default List<Formula> shownParts(ValuePoint point) {
        return this instanceof Cheapest ways ? List.of(ways.chosen(point)) : parts();
    }

    /** The text as part of a product. */
    default String factorText(ValuePoint point) {
        return switch (this) {
            case Cheapest ways -> ways.chosen(point).factorText(point);
            case Sum _, Whole _ -> "(" + text(point) + ")";
            case PairFormula pair when pair.operation().loose() -> "(" + text(point) + ")";
            default -> text(point);
        };
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

    default Formula atLeast(long least) {
        return larger(this, number(least));
    }

    /** A count that is worked out once, shown by its value and this name. */
    default Named counted(String name) {
        return new Named(name, CostInput.Kind.COUNT, this);
    }

    /** Tokens at a price per 1,000,000. */
    default Formula tokensAt(Formula pricePerMillion) {
        return new PairFormula(PairFormula.Operation.PRICED, this, pricePerMillion);
    }

    /** A figure that the estimate rests on. */
    record Leaf(CostInput input) implements Formula {}

    record Constant(BigDecimal value) implements Formula {}

    record Sum(List<Formula> parts) implements Formula {}

    record Product(List<Formula> parts) implements Formula {}

    record Whole(Formula part) implements Formula {}

    /**
     * A figure worked out once and used in several places, shown by its value.
     *
     * @param name what it is, after its value: "calls a month"
     */
    record Named(String name, CostInput.Kind kind, Formula how) implements Formula {
        public String written(ValuePoint point) {
            return point.written(this);
        }
    }
}
