package dev.tunewise.slack;

import java.math.BigDecimal;
import java.time.Instant;

/** Slack's timestamps, which are names of messages and also times. */
final class SlackTime {
    private SlackTime() {}

    /** The time of a timestamp such as `1700000000.000100`; the epoch for anything else. */
    static Instant of(String timestamp) {
        if (!timestamp.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(new BigDecimal(timestamp).movePointRight(3).longValue());
    }
}
