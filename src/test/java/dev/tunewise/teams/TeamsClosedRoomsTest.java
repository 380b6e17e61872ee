package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.ShippedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What falls due at the moment that a team is archived, or loses us, and nobody said so, waits and is told once after it. */
class TeamsClosedRoomsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

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

    private void shut(boolean archived) {
        if (archived) {
            teams.archive(FakeTeams.CHANNEL);
        } else {
            teams.expel(FakeTeams.CHANNEL);
        }
    }

    private int told(String place, String words) {
        return stage.shown(place).split(words, -1).length - 1;
    }

    private void days(int days) {
        stage.time().pass(Duration.ofDays(days));
        stage.forgetDeleted();
    }

    /** What was due waits and is named; it is tried again each day, and told once when the team is back. */
    private void waitsAndIsToldOnce(boolean archived, String thread, String words) {
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(0, stage.release());
            String why = archived ? "the channel is archived" : "Tunewise is not in the channel";
            DecisionLogFile file =
                    DecisionLogFile.at("http://here", null, stage.chosen().directory());
            assertTrue(file.markdown(stage.digests()).contains(why), file.markdown(stage.digests()));
            assertTrue(file.csv(stage.digests()).contains(why));
            days(2);
            assertTrue(stage.release() > 0);
            assertEquals(0, told(thread, words));
        }
        teams.unarchive(FakeTeams.CHANNEL);
        days(2);
        assertTrue(stage.release() > 0);
        assertEquals(1, told(thread, words), stage.shown(thread));
        assertEquals(0, stage.release());
        assertEquals(1, told(thread, words));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReminder(boolean archived) {
        post("reminder 3 days");
        String thread = post("A hedge?");
        days(4);
        shut(archived);
        for (int tries = 0; tries < 2; tries++) {
            stage.reminders().remind(stage.time().instant());
            stage.settle();
        }
        waitsAndIsToldOnce(archived, thread, "fallbackText\":\"“A hedge.” has rested");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReview(boolean archived) {
        String thread = stage.conclude(ana, "A hedge?");
        ana.say(thread, "review on 1 December 2026");
        stage.settle();
        shut(archived);
        days(11);
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertEquals(0, stage.askForReviews());
        waitsAndIsToldOnce(archived, thread, "fallbackText\":\"It is time");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movedFigures(boolean archived) throws Exception {
        stage.follow(ShippedMachine.now());
        String thread = post("Should we tune our ticket classifier?");
        ShippedMachine.decide(stage.turns(), stage.digest().id(), stage.time().instant());
        stage.settle();
        shut(archived);
        stage.follow(ShippedMachine.changed(folder, "1.5", "7.5"));
        stage.watch().look("other prices", stage.time().instant(), 100);
        stage.settle();
        int before = told(thread, "This was computed again");
        teams.unarchive(FakeTeams.CHANNEL);
        days(2);
        stage.release();
        assertEquals(0, before);
        assertTrue(told(thread, "This was computed again") > 0, stage.shown(thread));
        assertEquals(0, stage.release());
    }

    private void digest(Instant now) {
        days(0);
        stage.time().pass(Duration.between(stage.time().instant(), now));
        stage.forgetDeleted();
        stage.digestService().send(now);
        stage.settle();
    }

    private long digests(String words) {
        return teams.messages().stream()
                .filter(message -> message.shown().contains(words))
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDigest(boolean archived) {
        post("digest weekly monday 9:00 UTC");
        stage.time().pass(Duration.ofDays(1));
        stage.conclude(ana, "A hedge?");
        shut(archived);
        digest(MONDAY);
        digest(MONDAY.plus(Duration.ofDays(7)));
        digest(MONDAY.plus(Duration.ofDays(14)));
        assertEquals(0, digests("Decisions from"));
        teams.unarchive(FakeTeams.CHANNEL);
        for (int day : List.of(17, 18, 21)) {
            digest(MONDAY.plus(Duration.ofDays(day)));
        }
        assertEquals(1, digests("Decisions from"));
        assertEquals(1, digests("Decisions from 16 November 2026 to 7 December 2026: 1 decided"));
    }
}
