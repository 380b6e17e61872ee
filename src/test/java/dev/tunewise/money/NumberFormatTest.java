package dev.tunewise.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {
    @ParameterizedTest
    @CsvSource({
        "1, retrainings a year, 1 retraining a year",
        "2, retrainings a year, 2 retrainings a year",
        "1.0, prompt tokens, 1 prompt token",
        "0, hours, 0 hours",
        "1, changed a month, 1 changed a month",
        "1, of the gap closed, 1 of the gap closed",
        "1500, tokens an example, '1,500 tokens an example'",
        "1, '', 1"
    })
    void countsOneInTheSingular(BigDecimal value, String things, String shown) {
        assertEquals(shown, NumberFormat.counted(value, things));
    }
}
