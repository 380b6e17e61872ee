package dev.tunewise.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTrafficTest {
    private final TurnTraffic traffic = new TurnTraffic(() -> {});
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ends = new CountDownLatch(1);

    @Test
    void whatCanWaitGoesOnOnceTheTurnIsMade() throws InterruptedException {
        Thread turn = turn();
        Thread waits = Thread.ofPlatform().start(() -> traffic.letPass(Duration.ofHours(1)));
        while (waits.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(waits.isAlive(), "It did not wait");
            Thread.onSpinWait();
        }
        ends.countDown();
        waits.join();
        turn.join();
    }

    @Test
    void nobodyWaitsForATurnThatTakesLong() throws InterruptedException {
        Thread turn = turn();
        traffic.letPass(Duration.ofMillis(1));
        assertTrue(turn.isAlive());
        ends.countDown();
        turn.join();
    }

    @Test
    void nobodyWaitsWhereNoTurnIsMadeOrOneFailed() {
        traffic.letPass(Duration.ofHours(1));
        try {
            traffic.during(() -> {
                throw new IllegalStateException("broken");
            });
        } catch (IllegalStateException e) {
            assertEquals("broken", e.getMessage());
        }
        traffic.letPass(Duration.ofHours(1));
    }

    private Thread turn() throws InterruptedException {
        Thread turn = Thread.ofPlatform()
                .start(() -> traffic.during(() -> {
                    begun.countDown();
                    try {
                        ends.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "";
                }));
        begun.await();
        return turn;
    }
}
