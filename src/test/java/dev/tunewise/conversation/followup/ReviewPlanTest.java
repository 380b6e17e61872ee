package dev.tunewise.conversation.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day on which an answer is looked at again. */
class ReviewPlanTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 6, , 2027-05-27",
        // A month that is shorter ends earlier.
        "2026-08-31, 6, , 2027-02-28",
        "2027-08-29, 6, , 2028-02-29",
        "2026-03-31, 1, , 2026-04-30",
        "2026-12-31, 2, , 2027-02-28",
        // The last day of a model comes first, unless it is later or past.
        "2026-11-27, 6, 2027-02-01, 2027-02-01",
        "2026-11-27, 6, 2026-11-28, 2026-11-28",
        "2026-11-27, 6, 2027-05-27, 2027-05-27",
        "2026-11-27, 6, 2028-01-01, 2027-05-27",
        "2026-11-27, 6, 2026-11-27, 2027-05-27",
        "2026-11-27, 6, 2025-01-01, 2027-05-27",
    })
    void isMonthsAheadOrTheLastDayOfAModel(LocalDate today, int months, LocalDate lastDay, LocalDate expected) {
        assertEquals(expected, ReviewPlan.first(today, months, Optional.ofNullable(lastDay)));
    }
}
