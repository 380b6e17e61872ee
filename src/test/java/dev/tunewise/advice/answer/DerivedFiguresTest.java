package dev.tunewise.advice.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.testing.FineTuning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures are worked out by the first way that a case allows, and the way can be shown. */
class DerivedFiguresTest {
    private static final DerivedFigures DERIVED =
            new DerivedFigures(FineTuning.flow().guidance());
    private static final Map<String, Object> BY_DAY = Map.of(
            "calls_per_day",
            100.0,
            "month_days",
            30.0,
            "input_tokens",
            1000.0,
            "output_tokens",
            100.0,
            "input_rate",
            2.0,
            "output_rate",
            8.0);

    @Test
    void aBillFollowsFromCallsTokensAndPricesHoweverTheyWereTold() {
        assertEquals(3000.0, DERIVED.with(BY_DAY).get("month_calls"));
        assertEquals(8.4, (double) DERIVED.with(BY_DAY).get("list_bill"), 1e-9);
        assertEquals(
                16.8,
                (double) DERIVED.with(Map.of(
                                "fig_items",
                                6000.0,
                                "fig_in",
                                1000.0,
                                "fig_out",
                                100.0,
                                "input_rate",
                                2.0,
                                "output_rate",
                                8.0))
                        .get("list_bill"),
                1e-9);
    }

    @Test
    void theFirstWayThatTheCaseAllowsIsTaken() {
        Map<String, Object> turns = Map.of(
                "fig_items",
                10.0,
                "fig_turns",
                4.0,
                "mentions",
                List.of("counted-chats"),
                "calls_per_day",
                7.0,
                "month_days",
                30.0);
        assertEquals(40.0, DERIVED.with(turns).get("month_calls"));
        assertEquals(
                10.0, DERIVED.with(Map.of("fig_items", 10.0, "fig_turns", 4.0)).get("month_calls"), "turns of what?");
    }

    @Test
    void whatIsNotKnownIsNotWorkedOutAndNoWayIsShown() {
        Map<String, Object> known = DERIVED.with(Map.of("fig_items", 10.0));
        assertFalse(known.containsKey("list_bill"));
        assertEquals("It is {list_bill.how}.", DERIVED.ways("It is {list_bill.how}.", known));
        assertEquals(Optional.empty(), DERIVED.value("month_calls * nothing", known));
    }

    @Test
    void aWayShowsTheWaysThatItRestsOn() {
        assertEquals(
                "{calls_per_day.number} calls a day × {month_days.number} days × ({input_tokens.number} tokens in at"
                        + " {input_rate} a million + {output_tokens.number} out at {output_rate})",
                DERIVED.ways("{list_bill.how}", DERIVED.with(BY_DAY)));
    }
}
