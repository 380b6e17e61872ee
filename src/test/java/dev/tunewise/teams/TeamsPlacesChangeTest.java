package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team is told in Teams when a channel or the people in it are no more what they were; and the channel of an answer. */
class TeamsPlacesChangeTest {
    private static final Instant SENDING = Instant.parse("2026-11-30T08:00:00Z");

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member bob = stage.member("29:bob", "Bob");
    private final Member owner = stage.member("29:owner", "Olga");

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String post(Member member, String channel, String text) {
        String thread = member.post(channel, text);
        stage.settle();
        return thread;
    }

    private String conclude(String problem) {
        return stage.conclude(ana, problem);
    }

    private void digests() {
        stage.digestService().send(SENDING.plusSeconds(60));
        stage.settle();
    }

    @Test
    void aChannelThatTurnedPrivateIsNotToldOfElsewhere() {
        post(ana, FakeTeams.DECISIONS, "digest weekly monday 8:00 UTC");
        stage.time().pass(Duration.ofDays(6));
        conclude("A hedge?");
        teams.channelType(FakeTeams.CHANNEL, "private");
        post(owner, FakeTeams.DECISIONS, "workspace summary-channel Decisions");
        digests();
        assertFalse(stage.shown(FakeTeams.DECISIONS).contains("A hedge?"), stage.shown(FakeTeams.DECISIONS));
    }

    @Test
    void inAnArchivedChannelADigestIsTriedOnceAndTheSettingsSaySo() {
        post(ana, FakeTeams.CHANNEL, "digest weekly monday 8:00 UTC");
        stage.time().pass(Duration.ofDays(6));
        String thread = conclude("A hedge?");
        int before = teams.in(thread).size();
        for (int i = 0; i < 3; i++) {
            teams.next(FakeTeams.Fault.refused("BotNotInConversationRoster"));
        }
        digests();
        teams.peace();
        digests();
        assertEquals(0, stage.stores().outbox().waiting(), "nothing is sent for ever");
        assertFalse(stage.shown(FakeTeams.CHANNEL).contains("Decisions from"));
        assertEquals(before, teams.in(thread).size(), "the thread has nothing to do with it");
        String settings = post(ana, FakeTeams.CHANNEL, "settings");
        assertTrue(stage.shown(settings).contains("could not be posted"), stage.shown(settings));
    }

    @Test
    void whereTheBotWasRemovedNothingIsSentAnyMore() {
        post(ana, FakeTeams.CHANNEL, "digest weekly monday 8:00 UTC");
        post(ana, FakeTeams.CHANNEL, "reminder 3 days");
        stage.time().pass(Duration.ofDays(6));
        conclude("A hedge?");
        post(ana, FakeTeams.CHANNEL, "A second hedge?");
        ana.remove(FakeTeams.CHANNEL);
        stage.settle();
        int before = teams.messages().size();
        digests();
        stage.reminders().remind(SENDING.plus(Duration.ofDays(20)));
        stage.time().pass(Duration.ofDays(400));
        reviews();
        assertEquals(before, teams.messages().size());
        assertEquals(0, stage.stores().outbox().waiting());
    }

    private void reviews() {
        stage.askForReviews();
        stage.settle();
    }

    @Test
    void whoLeftIsNamedAndNeitherCalledNorWaitedFor() {
        post(ana, FakeTeams.CHANNEL, "digest weekly monday 8:00 UTC");
        stage.time().pass(Duration.ofDays(6));
        String thread = conclude("A hedge?");
        bob.say(thread, "I own this, review on 1 March 2027");
        stage.settle();
        // Bob leaves: from now on nobody hears of him. What the team decided with him stays.
        teams.leave("29:bob");
        digests();
        String digest = stage.shown(FakeTeams.CHANNEL);
        assertTrue(digest.contains("Decisions from") && digest.contains("owner Bob"), digest);
        assertFalse(digest.contains("<at>") || digest.contains("29:bob"), digest);
        assertEquals(2, digest.split("Bob has left", -1).length, digest);
        stage.digestService().send(SENDING.plus(Duration.ofDays(7)).plusSeconds(60));
        stage.settle();
        assertEquals(2, stage.shown(FakeTeams.CHANNEL).split("Bob has left", -1).length, "once");
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse("2027-03-01T10:00:00Z")));
        reviews();
        assertTrue(stage.shown(thread).contains("time to look at this again"), stage.shown(thread));
        assertTrue(stage.shown(thread).contains("Bob, who owned this, has left."), stage.shown(thread));
        assertFalse(stage.shown(thread).contains("<at>"), stage.shown(thread));
        ana.say(thread, "I own this");
        stage.settle();
        assertEquals("Ana", stage.digest().logged().followUp().owner().name());
        assertNull(stage.digest().logged().followUp().left());
    }

    @Test
    void whatSomebodySawToIsMarkedOnceTheyAreRemovedFromTheTeam() {
        String thread = conclude("A hedge?");
        bob.say(thread, "I own this");
        stage.settle();
        bob.leave(FakeTeams.CHANNEL);
        stage.settle();
        assertNotNull(stage.digest().logged().followUp().left());
        String log = post(ana, FakeTeams.CHANNEL, "log");
        assertTrue(stage.shown(log).contains("owner Bob, who has left"), stage.shown(log));
    }

    private long broadcasts() {
        return teams.messages().stream()
                .filter(message -> message.shown().contains("build a wall")
                        && message.shown().contains("Open the thread"))
                .count();
    }

    @Test
    void theAnswerIsShownToItsChannelOnceWhereThatWasChosen() {
        conclude("A hedge?");
        assertEquals(0, broadcasts());
        post(ana, FakeTeams.CHANNEL, "broadcast on");
        String thread = conclude("A second hedge?");
        assertEquals(1, broadcasts(), stage.shown(FakeTeams.CHANNEL));
        bob.say(thread, "I own this");
        stage.settle();
        assertEquals(1, broadcasts(), "it is edited in place");
        assertTrue(stage.shown(FakeTeams.CHANNEL).contains("Bob"));
        post(ana, FakeTeams.CHANNEL, "broadcast off");
        conclude("A third hedge?");
        assertEquals(1, broadcasts());
    }
}
