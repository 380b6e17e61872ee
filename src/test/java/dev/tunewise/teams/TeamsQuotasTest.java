package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.quota.Quotas;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Too much at once is acknowledged, told once and not done. */
class TeamsQuotasTest {
    private final AtomicLong elapsed = new AtomicLong();
    private final Stage stage = new Stage(
            true,
            new Quotas(
                    Map.of(
                            Quotas.Kind.TURN, new Quotas.Limits(8, 100, 200),
                            Quotas.Kind.OPENING, new Quotas.Limits(3, 50, 50)),
                    elapsed::get));
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member ben = stage.member("29:ben", "Ben");

    @AfterEach
    void close() {
        stage.close();
    }

    private List<Message> told(String person) {
        return teams.messages().stream()
                .filter(message -> message.person().equals(person))
                .toList();
    }

    @Test
    void manyMentionsOpenFewCardsAndOneWordSaysSo() {
        for (int i = 0; i < 7; i++) {
            ana.post(FakeTeams.CHANNEL, "Hedge " + i + "?");
            stage.settle();
        }
        ben.post(FakeTeams.CHANNEL, "A fence?");
        stage.settle();
        assertEquals(4, stage.digests().size());
        assertEquals(1, told("29:ana").size());
        assertTrue(
                told("29:ana").getFirst().shown().contains("begun 3 consultations within a minute"),
                () -> told("29:ana").toString());
        elapsed.addAndGet(Duration.ofSeconds(60).toNanos());
        ana.post(FakeTeams.CHANNEL, "Another hedge?");
        stage.settle();
        assertEquals(5, stage.digests().size());
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void aClickThatIsTooMuchIsAnsweredWithTheWord() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        for (int i = 0; i < 8; i++) {
            ana.say(thread, (10 + i) + " metres long");
            stage.settle();
        }
        assertEquals(1, told("29:ana").size());
        assertEquals(
                8,
                stage.stores()
                        .conversations()
                        .find(stage.digest().id())
                        .orElseThrow()
                        .entries()
                        .size());
        Message card = teams.in(thread).stream()
                .filter(message -> !Member.inputs(message.card()).isEmpty())
                .findFirst()
                .orElseThrow();
        String answer = ana.click(card, "Answer", Map.of()).toString();
        assertTrue(answer.contains("say it again then"), answer);
        assertEquals(0, stage.stores().inbox().waiting("teams"));
    }
}
