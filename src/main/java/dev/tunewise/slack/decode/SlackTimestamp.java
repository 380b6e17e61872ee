package dev.tunewise.slack.decode;

import java.math.BigDecimal;
import java.time.Instant;

/** Slack's timestamps, which are names of messages and also times. */
public final class SlackTimestamp {
    /** The time of a timestamp such as `1700000000.000100`; the epoch for anything else. */
    public static Instant of(String timestamp) {
        if (!timestamp.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(new BigDecimal(timestamp).movePointRight(3).longValue());
    }
}
