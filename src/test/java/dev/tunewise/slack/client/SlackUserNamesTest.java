package dev.tunewise.slack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.slack.fake.FakeSlack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlackUserNamesTest {
    @Test
    void whomSlackDoesNotNameSoonHoldsUpNobody() {
        CountDownLatch hanging = new CountDownLatch(1);
        try (FakeSlack slack = new FakeSlack(InstantSource.system())) {
            slack.member("U1", "Ana");
            SlackApi api = new SlackApi(SlackApi.sdk(slack.api().address() + "/api/"));
            SlackUserNames names =
                    new SlackUserNames(api, new SingleWorkspaceBots(api, "xoxb-one", InstantSource.system()));
            assertEquals("Ana", names.author(FakeSlack.TEAM, "U1", "").name());
            slack.api().trouble(method -> {
                if (method.equals("users.info")) {
                    waitFor(hanging);
                }
                return Optional.empty();
            });
            try {
                nobodyWaits(names);
            } finally {
                hanging.countDown();
            }
        }
    }

    private static void nobodyWaits(SlackUserNames names) {
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    "somebody",
                    names.author(FakeSlack.TEAM, "U2" + i, "somebody").name());
        }
        assertEquals("Ana", names.author(FakeSlack.TEAM, "U1", "").name());
        assertTrue(
                System.nanoTime() - begin < Duration.ofSeconds(20).toNanos(),
                "two seconds for the first of them, not for each");
    }

    private static void waitFor(CountDownLatch hanging) {
        try {
            hanging.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
