package dev.tunewise.slack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlackRateLimiterTest {
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void aClockThatIsSetBackLengthensNoPause() {
        SlackRateLimiter limiter = new SlackRateLimiter(() -> now);
        limiter.pause("C1", Duration.ofSeconds(9));
        now = now.minusSeconds(3_600);
        assertEquals(Duration.ofSeconds(9), limiter.left("C1"));
        now = now.plusSeconds(9);
        assertEquals(Duration.ZERO, limiter.left("C1"));
        assertEquals(Duration.ZERO, limiter.left("C2"));
    }
}
