package dev.tunewise.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MoneyTest {

    @Test
    void equalsByValueNotByScale() {
        assertEquals(Money.of("1.50"), Money.of("1.5"));
        assertEquals(Money.ZERO, Money.of("0.000"));
    }

    @Test
    void addsUpExactlyInAnyOrder() {
        long seed = 20261120;
        Random random = new Random(seed);
        List<Money> amounts = new ArrayList<>();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 1000; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(12));
            amounts.add(Money.of(amount));
            expected = expected.add(amount);
        }
        Collections.shuffle(amounts, random);
        assertEquals(Money.of(expected), amounts.stream().reduce(Money.ZERO, Money::plus), "seed " + seed);
    }

    @Test
    void roundsHalfCentsUp() {
        assertEquals(Money.of("0.13"), Money.of("0.125").toCents());
        assertEquals(Money.of("1.00"), Money.of("1.0049").toCents());
    }

    @Test
    void refusesARangeOutOfOrder() {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> Range.of(2, 1, 3));
        assertEquals("A range needs low <= likely <= high, found 2 / 1 / 3", error.getMessage());
    }
}
