package dev.tunewise.session.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestScheduleTest {
    private static DigestSchedule schedule(String text) {
        return DigestSchedule.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "weekly monday 09:00 europe/berlin, weekly Monday 09:00 Europe/Berlin",
        "Weekly on Fridays at 9 America/New_York, weekly Friday 09:00 America/New_York",
        "weekly 7:30, weekly Monday 07:30 UTC",
        "monthly at 16:05 Asia/Kolkata, monthly 16:05 Asia/Kolkata",
        "monthly 9:00 UTC, monthly 09:00 UTC"
    })
    void isReadInPlainWords(String typed, String text) {
        assertEquals(text, schedule(typed).text());
        assertEquals(schedule(typed).text(), schedule(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "daily 9:00",
                "weekly sunday 9:00",
                "weekly someday 9:00",
                "monthly 24:00",
                "monthly 9:60",
                "weekly monday 9:00 Mars/Base",
                "monthly 9:00 Europe/Berlin please"
            })
    void whatIsNoScheduleIsNotGuessed(String typed) {
        assertTrue(DigestSchedule.read(typed).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        // before and after the clocks change in Berlin: the hour stays, the moment moves
        "weekly monday 09:00 Europe/Berlin, 2027-03-25T12:00:00Z, 2027-03-22T08:00:00Z, 2027-03-15T08:00:00Z",
        "weekly monday 09:00 Europe/Berlin, 2027-03-29T07:00:00Z, 2027-03-29T07:00:00Z, 2027-03-22T08:00:00Z",
        "weekly monday 09:00 Europe/Berlin, 2027-10-31T12:00:00Z, 2027-10-25T07:00:00Z, 2027-10-18T07:00:00Z",
        "weekly monday 09:00 Europe/Berlin, 2027-11-01T08:00:00Z, 2027-11-01T08:00:00Z, 2027-10-25T07:00:00Z",
        // an hour that the clock leaves out, on a Friday, is told an hour later
        "weekly friday 00:30 Asia/Beirut, 2027-04-02T00:00:00Z, 2027-04-01T21:30:00Z, 2027-03-25T22:30:00Z",
        // the day in the zone counts, not the one in UTC
        "weekly friday 23:00 America/Los_Angeles, 2026-11-28T06:59:59Z, 2026-11-21T07:00:00Z, 2026-11-14T07:00:00Z",
        "weekly friday 23:00 America/Los_Angeles, 2026-11-28T07:00:00Z, 2026-11-28T07:00:00Z, 2026-11-21T07:00:00Z",
        // months begin on their first working day: 1 November 2026 is a Sunday, 1 May 2027 a Saturday
        "monthly 09:00 UTC, 2026-11-01T12:00:00Z, 2026-10-01T09:00:00Z, 2026-09-01T09:00:00Z",
        "monthly 09:00 UTC, 2026-11-02T09:00:00Z, 2026-11-02T09:00:00Z, 2026-10-01T09:00:00Z",
        "monthly 09:00 UTC, 2027-05-03T08:59:00Z, 2027-04-01T09:00:00Z, 2027-03-01T09:00:00Z",
        "monthly 09:00 UTC, 2028-02-29T09:00:00Z, 2028-02-01T09:00:00Z, 2028-01-03T09:00:00Z",
        "monthly 00:10 Pacific/Auckland, 2026-12-31T11:09:59Z, 2026-11-30T11:10:00Z, 2026-11-01T11:10:00Z",
        "monthly 00:10 Pacific/Auckland, 2027-01-03T12:00:00Z, 2026-12-31T11:10:00Z, 2026-11-30T11:10:00Z"
    })
    void isDueAtTheHourOfTheZone(String text, Instant now, Instant due, Instant before) {
        assertEquals(due, schedule(text).lastDue(now));
        assertEquals(before, schedule(text).before(due));
    }
}
