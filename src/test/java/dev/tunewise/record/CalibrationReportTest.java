package dev.tunewise.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.money.Range;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static ConversationSummary decision(
            String id, @Nullable Range estimate, @Nullable Integer before, @Nullable Integer after) {
        FollowUp.Outcome outcome = new FollowUp.Outcome(
                BigDecimal.valueOf(80),
                BigDecimal.valueOf(91),
                before == null ? null : BigDecimal.valueOf(before),
                after == null ? null : BigDecimal.valueOf(after),
                "Ana",
                NOON);
        return new ConversationSummary(
                        id,
                        "fine-tuning",
                        Address.local("web", id),
                        "Question " + id,
                        ConversationSummary.State.CONCLUDED,
                        "yes",
                        "Yes.",
                        "",
                        NOON,
                        NOON,
                        OpenDecision.LOGGED)
                .logged(new LoggedDecision(
                        LoggedDecision.Status.ACTED_ON,
                        NOON,
                        List.of(),
                        estimate,
                        null,
                        FollowUp.NONE.reported(outcome),
                        false,
                        "",
                        false));
    }

    @Test
    void whatWasSavedStandsBesideWhatWasEstimated() {
        CalibrationReport report = CalibrationReport.of(List.of(
                decision("a", Range.of(100, 200, 400), 1000, 700),
                decision("b", Range.of(100, 200, 400), 1000, 950),
                decision("c", Range.of(-100, 0, 100), 1000, 1100),
                decision("d", null, 1000, 100),
                decision("e", Range.of(1, 2, 3), null, null)));
        assertEquals(5, report.reported());
        assertEquals(3, report.cases().size());
        assertEquals(2, report.held());
        assertEquals(Optional.of(new BigDecimal("0.875")), report.medianRatio());
        assertEquals(BigDecimal.valueOf(11), report.cases().getFirst().qualityGained());
        assertEquals(
                "Estimates against outcomes: 2 of 3 saved an amount within the range that was estimated."
                        + " In the middle case, 88 % of the likely saving came true.",
                report.sentence());
        assertTrue(report.json().contains("\"within_range\":2,\"median_ratio\":0.875,"), report.json());
    }

    @Test
    void theFileForPeopleSaysTheStatusInWords() {
        List<ConversationSummary> decisions = List.of(decision("a1b2", null, 1000, 700));
        DecisionLogFile files =
                DecisionLogFile.at("https://tunewise.example.com/", "elsewhere", WorkspaceDirectory.local());
        String file = files.markdown(decisions);
        assertTrue(
                file.contains("| [Question a1b2](<https://tunewise.example.com/c/a1b2>) | web | acted on | Yes. |"
                        + " 2026-11-20 |"),
                file);
        assertTrue(file.contains("| came out: quality 80 % → 91 %, cost \\$1,000 → \\$700 a month |"), file);
        String row = files.csv(decisions).lines().toList().get(1);
        assertEquals(
                "Question a1b2,web,acted on,Yes.,2026-11-20T12:00Z,2026-11-20T12:00Z,,,,,,,,,2026-11-20T12:00Z,"
                        + "80,91,1000,700,,,https://tunewise.example.com/c/a1b2",
                row);
        String json = files.json(decisions, java.util.Map.of(), false);
        assertTrue(json.contains("\"id\":\"a1b2\"") && json.contains("\"decided_at\":\"2026-11-20T12:00:00Z\""), json);
    }

    @Test
    void withoutOutcomesThereIsNothingToSay() {
        CalibrationReport report = CalibrationReport.of(List.of());
        assertEquals("", report.sentence());
        assertEquals(Optional.empty(), report.medianRatio());
    }
}
