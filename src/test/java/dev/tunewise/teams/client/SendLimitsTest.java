package dev.tunewise.teams.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SendLimitsTest {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void aHurryingCallerNeverExceedsAnyWindow() {
        SendLimits limits = SendLimits.ofConversation();
        java.util.List<Instant> calls = new java.util.ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 200; i++) {
            now = now.plus(limits.waitAt(now));
            assertTrue(limits.waitAt(now).isZero());
            limits.count(now);
            calls.add(now);
        }
        assertWindow(calls, Duration.ofSeconds(1), 7);
        assertWindow(calls, Duration.ofSeconds(2), 8);
        assertWindow(calls, Duration.ofSeconds(30), 60);
    }

    private static void assertWindow(java.util.List<Instant> calls, Duration window, int most) {
        for (Instant call : calls) {
            Instant end = call.plus(window);
            long within = calls.stream()
                    .filter(other -> !other.isBefore(call) && other.isBefore(end))
                    .count();
            assertTrue(within <= most, within + " calls within " + window);
        }
    }

    @Test
    void manyConversationsOfOneTenantShareItsLimit() {
        TeamsRateLimiter gate = new TeamsRateLimiter(() -> START);
        int through = 0;
        for (int i = 0; i < 50; i++) {
            through += gate.enter("c" + i, "t").isZero() ? 1 : 0;
        }
        assertEquals(30, through);
        assertTrue(gate.enter("other", "another tenant").isZero());
    }

    @Test
    void aBlockedConversationWaitsAsLongAsAsked() {
        TeamsRateLimiter gate = new TeamsRateLimiter(() -> START);
        gate.blocked("c", Duration.ofSeconds(9));
        assertEquals(Duration.ofSeconds(9), gate.enter("c", "t"));
        assertTrue(gate.enter("d", "t").isZero());
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        TeamsRateLimiter gate = new TeamsRateLimiter(now::get);
        for (int i = 0; i < 7; i++) {
            gate.enter("busy", "t");
        }
        gate.blocked("blocked", Duration.ofSeconds(9));
        now.set(START.minusSeconds(3_600));
        assertEquals(Duration.ofSeconds(1), gate.enter("busy", "t"));
        assertEquals(Duration.ofSeconds(9), gate.enter("blocked", "t"));
        now.set(START.minusSeconds(3_590));
        assertTrue(gate.enter("busy", "t").isZero());
        assertTrue(gate.enter("blocked", "t").isZero());
    }
}
