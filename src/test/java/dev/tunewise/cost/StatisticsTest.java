package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.statistics.McNemar;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.cost.statistics.QualityAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsTest {

    @ParameterizedTest
    @CsvSource({"0.9, 50, 0.786, 0.957", "0.9, 100, 0.826, 0.945", "0.9, 300, 0.861, 0.929", "0.9, 1000, 0.880, 0.917"})
    void givesTheWilsonInterval(double share, double items, double low, double high) {
        Proportions.Interval interval = Proportions.wilson(share, items);
        assertEquals(low, interval.low(), 5e-4);
        assertEquals(high, interval.high(), 5e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "0.85, 0.95, 141",
        "0.84, 0.88, 1181",
        "0.88, 0.92, 882",
        "0.71, 0.84, 161",
        "0.92, 0.96, 553",
        "0.92, 0.91, 12208"
    })
    void saysHowManyItemsSeparateSetsNeed(double one, double other, double items) {
        assertEquals(items, Proportions.itemsPerSet(one, other));
    }

    @ParameterizedTest
    @CsvSource({"0.12, 0.02, 108", "0.06, 0.02, 391", "0.05, 0.01, 292", "0.08, 0.02, 216"})
    void saysHowManyItemsBothSystemsMustAnswer(double better, double worse, double items) {
        assertEquals(items, Proportions.itemsPaired(better, worse));
    }

    @Test
    void needsInfinitelyManyItemsToSeeNoGap() {
        assertEquals(Double.POSITIVE_INFINITY, Proportions.itemsPerSet(0.9, 0.9));
        assertEquals(Double.POSITIVE_INFINITY, Proportions.itemsPaired(0.02, 0.02));
    }

    @Test
    void testsExactlyWhileFewItemsDiffer() {
        McNemar test = McNemar.of(10, 2);
        assertTrue(test.exact());
        assertEquals(0.0386, test.p(), 5e-5);
        assertTrue(test.shows());
    }

    @Test
    void correctsForManyDifferingItems() {
        McNemar few = McNemar.of(25, 11);
        assertFalse(few.exact());
        assertEquals(4.694, few.chiSquared(), 5e-4);
        assertEquals(0.0303, few.p(), 5e-4);
        assertEquals(12.002, McNemar.of(300, 220).chiSquared(), 5e-4);
    }

    @Test
    void findsNoDifferenceBetweenEqualSystems() {
        assertEquals(1, McNemar.of(0, 0).p());
        assertEquals(1, McNemar.of(5, 5).p());
        assertFalse(McNemar.of(40, 40).shows());
    }

    @Test
    void answersWhetherAQualityIsReallyBetter() {
        QualityAnswer answer = QualityAnswer.of(0.91, 300, 0.88);
        assertFalse(answer.shown());
        assertTrue(
                answer.text()
                        .startsWith(
                                "Not shown: 91 % on 300 items may be as good as 88 %. 91 % on 300 items means between"
                                        + " 87.2 % and 93.7 % (95 %, Wilson); 88 % means between 83.8 % and 91.2 %."),
                answer.text());
        assertEquals(Proportions.itemsPerSet(0.91, 0.88), answer.itemsPerSet());
        assertTrue(QualityAnswer.of(0.91, 3000, 0.88).shown());
        assertTrue(
                QualityAnswer.of(0.91, 3000, 0.88).text().startsWith("Yes: 91 % on 3,000 items is better than 88 %."));
        assertTrue(QualityAnswer.of(0.88, 100, 0.88).text().startsWith("The two are the same."));
    }

    @Test
    void refusesSharesOutOfRange() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Proportions.wilson(91, 300));
        assertEquals("A share is between 0 and 1, found 91.0", error.getMessage());
    }
}
