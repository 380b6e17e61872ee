package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.ShippedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team hears in Teams when prices change under a decision. */
class TeamsWatchTest {
    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String post(String text) {
        String thread = ana.post(FakeTeams.CHANNEL, text);
        stage.settle();
        return thread;
    }

    private String decide() {
        stage.follow(ShippedMachine.now());
        String thread = post("Should we tune our ticket classifier?");
        ShippedMachine.decide(stage.turns(), stage.digest().id(), stage.time().instant());
        stage.settle();
        return thread;
    }

    private void pricesChange() throws Exception {
        stage.follow(ShippedMachine.changed(folder, "1.5", "7.5"));
        stage.watch().look("other prices", stage.time().instant(), 100);
        stage.settle();
    }

    private List<Message> told() {
        return teams.messages().stream()
                .filter(message -> message.shown().contains("This was computed again"))
                .toList();
    }

    @Test
    void theThreadAndTheLogSaySoOnce() throws Exception {
        String thread = decide();
        assertTrue(teams.in(post("watch 10 %")).toString().contains("10 %"));
        pricesChange();
        pricesChange();
        stage.time().pass(Duration.ofDays(2));
        pricesChange();
        assertEquals(1, told().size());
        assertEquals(thread, told().getFirst().conversation(), "in the old thread");
        String text = told().getFirst().shown();
        assertTrue(text.contains("prices have changed") && text.contains("Before: ") && text.contains("Now: "), text);
        String log = teams.in(post("log")).toString();
        assertTrue(log.contains("figures moved 20 November 2026: prices have changed"), log);
    }

    @Test
    void offIsOff() throws Exception {
        decide();
        post("watch off");
        pricesChange();
        assertEquals(List.of(), told());
    }
}
