package dev.tunewise.cost.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Formulas over columns come to what they come to one by one. */
class ColumnProgramTest {
    private static final int ROWS = 700;

    private final Random random = new Random(5);
    private final List<Formula> leaves = List.of(leaf("a"), leaf("b"), leaf("c"), Formula.number(3));

    @Test
    void everyRowIsTheExactAmount() {
        for (int round = 0; round < 60; round++) {
            List<Formula> formulas = List.of(formula(4), formula(3), formula(2));
            double[] column = random.doubles(ROWS, 0.5, 9).toArray();
            double[][] values = ColumnProgram.of(formulas, Set.of("a")).run(ROWS, Map.of("a", column));
            for (int i = 0; i < formulas.size(); i++) {
                for (int row : new int[] {0, 255, 256, ROWS - 1}) {
                    ValuePoint point = ValuePoint.likelyExcept("a", BigDecimal.valueOf(column[row]));
                    double exact = formulas.get(i).exact(point).doubleValue();
                    assertEquals(exact, values[i][row], Math.abs(exact) * 1e-9 + 1e-9);
                }
            }
        }
    }

    @Test
    void aSingleValueIsTheSameInEveryRow() {
        for (int round = 0; round < 60; round++) {
            List<Formula> formulas = List.of(formula(4), formula(2), leaves.get(1));
            ColumnProgram program = ColumnProgram.of(formulas, Set.of("a", "b"));
            double[] column = random.doubles(ROWS, 0.5, 9).toArray();
            double[] filled = new double[ROWS];
            Arrays.fill(filled, 7);
            double[][] wanted = program.run(ROWS, Map.of("a", column, "b", filled));
            double[][] values = program.run(ROWS, Map.of("a", column, "b", new double[] {7}));
            for (int i = 0; i < formulas.size(); i++) {
                assertArrayEquals(wanted[i], values[i]);
            }
        }
    }

    @Test
    void anotherRunComesToTheSameFromTheOneBefore() {
        int taken = 0;
        for (int round = 0; round < 60; round++) {
            int rows = round % 3 == 0 ? 100 : ROWS;
            List<Formula> formulas = List.of(formula(4), formula(2), formula(1), leaves.get(1), formula(3));
            ColumnProgram program = ColumnProgram.of(formulas, Set.of("a", "b", "c"));
            Map<String, double[]> columns = new HashMap<>(Map.of("a", drawn(rows), "b", drawn(rows), "c", drawn(rows)));
            ColumnProgram.Ran before = program.run(rows, Map.copyOf(columns), null);
            for (int change = 0; change < 6; change++) {
                columns.put(List.of("a", "b", "c").get(random.nextInt(3)), drawn(random.nextInt(4) == 0 ? 1 : rows));
                double[][] wanted = program.run(rows, columns);
                ColumnProgram.Ran now = program.run(rows, Map.copyOf(columns), before);
                for (int i = 0; i < formulas.size(); i++) {
                    assertArrayEquals(wanted[i], now.results()[i]);
                    taken += now.results()[i] == before.results()[i] ? 1 : 0;
                }
                before = now;
            }
        }
        assertTrue(taken > 200, "only " + taken);
    }

    private double[] drawn(int rows) {
        return random.doubles(rows, 0.5, 9).toArray();
    }

    @Test
    void whatIsTheSameIsOneColumnAndWhatDoesNotVaryIsANumber() {
        Formula one = Formula.product(leaves.get(0), leaves.get(1));
        Formula same = Formula.product(leaves.get(0), leaves.get(1));
        Formula fixed = Formula.sum(leaves.get(1), leaves.get(3));
        double[] column = {1, 2, 3};
        double[][] values =
                ColumnProgram.of(List.of(one, same, fixed), Set.of("a")).run(3, Map.of("a", column));
        assertSame(values[0], values[1]);
        assertArrayEquals(new double[] {2, 4, 6}, values[0]);
        double[] filled = new double[3];
        Arrays.fill(filled, 5);
        assertArrayEquals(filled, values[2]);
    }

    private Formula formula(int depth) {
        if (depth == 0) {
            return leaves.get(random.nextInt(leaves.size()));
        }
        Formula one = formula(depth - 1);
        Formula other = formula(depth - 1);
        List<Formula> three = new ArrayList<>(List.of(one, other, formula(depth - 1)));
        return switch (random.nextInt(9)) {
            case 0 -> Formula.sum(three);
            case 1 -> Formula.product(one, other);
            case 2 -> one.minus(other);
            case 3 -> one.over(Formula.sum(Formula.larger(other, Formula.number(0)), Formula.number(1)));
            case 4 -> one.tokensAt(other);
            case 5 -> Formula.larger(one, other);
            case 6 -> Formula.smaller(one, other);
            case 7 -> new Cheapest(three);
            default -> new Formula.Named("a figure", CostInput.Kind.COUNT, one);
        };
    }

    private static Formula.Leaf leaf(String key) {
        return new Formula.Leaf(new CostInput(
                key, key, Range.exactly(BigDecimal.TWO), CostInput.Kind.COUNT, "", FigureBasis.GIVEN, "", null, null));
    }
}
