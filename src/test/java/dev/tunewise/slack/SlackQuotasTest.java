package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Whisper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Too much at once is acknowledged, told once and not done. */
class SlackQuotasTest {
    private static final String GENERAL = "C0GENERAL";

    private final AtomicLong elapsed = new AtomicLong();
    private final Stage stage = new Stage(new Quotas(
            Map.of(Quotas.Kind.TURN, new Quotas.Limits(9, 100, 200), Quotas.Kind.OPENING, new Quotas.Limits(3, 5, 50)),
            elapsed::get));
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");
    private final Member ben = slack.member("U2", "Ben");

    @AfterEach
    void noFaults() {
        assertEquals(List.of(), slack.api().faults());
        stage.close();
    }

    private int consultations() {
        stage.settle();
        return stage.stores().conversations().list("slack", "T1", 99).size();
    }

    private List<String> told(String person) {
        return slack.workspace().whispers().stream()
                .filter(whisper -> whisper.person().equals(person))
                .map(Whisper::text)
                .toList();
    }

    @Test
    void manyCommandsOpenFewCardsAndOneWordSaysSo() {
        for (int i = 0; i < 25; i++) {
            assertEquals(200, ana.slash(GENERAL, "Hedge " + i + "?"), "it is acknowledged all the same");
            stage.settle();
        }
        assertEquals(3, consultations());
        assertEquals(2, told("U1").size(), () -> "one word for each quota: " + told("U1"));
        assertTrue(told("U1").getFirst().contains("begun 3 consultations within a minute"), told("U1")::toString);
        assertTrue(told("U1").getFirst().contains("for 60 seconds"), told("U1")::toString);
        for (int i = 0; i < 4; i++) {
            ben.slash(GENERAL, "Fence " + i + "?");
            stage.settle();
        }
        assertEquals(5, consultations(), "the channel has a quota too");
        assertTrue(told("U2").getFirst().contains("in this channel"), told("U2")::toString);
        elapsed.addAndGet(Duration.ofSeconds(60).toNanos());
        ana.slash(GENERAL, "Another hedge?");
        assertEquals(6, consultations());
        assertEquals(0, stage.stores().inbox().waiting("slack"));
    }

    @Test
    void copiesOfAMessageCountOnceAndOthersAreStillHeard() {
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        String root = slack.root(GENERAL).ts();
        for (int i = 0; i < 12; i++) {
            say("U1", root, (10 + i) + " metres");
        }
        say("U2", root, "45 metres");
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        List<String> said = stage.stores().conversations().find(id).orElseThrow().entries().stream()
                .map(entry -> entry.author().id() + " " + entry.input())
                .filter(entry -> entry.contains("metres"))
                .toList();
        assertEquals(9, said.size(), said::toString);
        assertTrue(said.get(7).contains("17 metres"), said::toString);
        assertTrue(said.get(8).contains("45 metres"), said::toString);
        assertEquals(1, told("U1").size(), () -> told("U1").toString());
        assertTrue(told("U1").getFirst().contains("say it again then"), told("U1")::toString);
    }

    /** A mention comes twice: as message and as mention. */
    private void say(String person, String root, String words) {
        JsonObject event = new JsonObject();
        String ts = slack.workspace().timestamp();
        event.addProperty("type", "message");
        event.addProperty("user", person);
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", "<@" + FakeSlack.BOT + "> " + words);
        event.addProperty("ts", ts);
        event.addProperty("thread_ts", root);
        assertEquals(200, slack.event(event));
        event.addProperty("type", "app_mention");
        assertEquals(200, slack.event(event));
        stage.settle();
    }
}
