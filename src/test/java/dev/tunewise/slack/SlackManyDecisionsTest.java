package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log and the digest of a team that decides much, in several channels. */
class SlackManyDecisionsTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";
    private static final String PRIVATE = "G0PRIVATE";
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");

    SlackManyDecisionsTest() {
        slack.channel(DECISIONS, "decisions", true);
        slack.channel(PRIVATE, "secret-plans", true);
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse("2026-11-26T10:00:00Z")));
        slack.workspace().now(stage.time().instant());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** One after the other: what changed last is told by the clock. */
    private void slash(String channel, String text) {
        stage.time().pass(Duration.ofSeconds(10));
        slack.workspace().now(stage.time().instant());
        stage.slash(ana, channel, text);
    }

    private void conclude(String channel, String problem) {
        slash(channel, problem);
        Message root = slack.root(channel);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
    }

    private String digest(String channel) {
        stage.digests().send(MONDAY);
        stage.settle();
        return stage.said(channel).stream()
                .filter(message -> message.shown().contains("Decisions from"))
                .map(Message::shown)
                .map(SlackManyDecisionsTest::words)
                .reduce("", String::concat);
    }

    private static String words(String shown) {
        return shown.replace("\"},{\"type\":\"text\",\"text\":\"", "");
    }

    private String log(String channel, String words) {
        slash(channel, words);
        return words(slack.workspace().whispers().getLast().blocks().toString());
    }

    @Test
    void aDigestCountsAllAndSaysHowManyItDoesNotList() {
        slash(GENERAL, "digest weekly monday 9:00 UTC");
        for (int i = 1; i <= 12; i++) {
            conclude(GENERAL, "Hedge number " + i + "?");
        }
        for (int i = 1; i <= 11; i++) {
            slash(GENERAL, "Open hedge " + i + "?");
        }
        slash(GENERAL, "A hedge that is dropped?");
        slash(GENERAL, "stop");
        String digest = digest(GENERAL);
        assertTrue(digest.contains("12 decided, 11 still open"), digest);
        assertTrue(digest.contains("… and 2 more, which “log decided” shows"), digest);
        assertTrue(digest.contains("… and 1 more, which “log open” shows"), digest);
        assertFalse(digest.contains("dropped"), digest);

        assertTrue(log(GENERAL, "log stopped").contains("dropped"), log(GENERAL, "log stopped"));
        assertFalse(log(GENERAL, "log open page 2").contains("dropped"));
        String first = log(GENERAL, "log decided");
        assertTrue(first.contains("“page 2”") && !first.contains("Hedge number 1?"), first);
        String second = log(GENERAL, "log decided page 2");
        assertTrue(second.contains("Hedge number 1?") && !second.contains("“page"), second);
        Filter all = Filter.of(List.of(Place.EVERYWHERE), 50);
        assertEquals(
                Map.of(Status.DECIDED, 12L, Status.OPEN, 11L, Status.STOPPED, 1L),
                stage.stores().decisions().counts(all).found());
        slash(GENERAL, "resume");
        assertEquals(12L, stage.stores().decisions().counts(all).found().get(Status.OPEN));
    }

    @Test
    void whatWasHeldElsewhereNamesItsChannelWhereEverybodyMayReadThat() {
        slash(DECISIONS, "digest weekly monday 9:00 UTC");
        slash(GENERAL, "summary-channel <#C0DECIDE|decisions>");
        slash(PRIVATE, "summary-channel <#C0DECIDE|decisions>");
        conclude(GENERAL, "A hedge against noise?");
        conclude(PRIVATE, "A hedge of ours?");
        String digest = digest(DECISIONS);
        assertTrue(digest.contains("in #general") && digest.contains("A hedge of ours?"), digest);
        assertFalse(digest.contains("secret-plans"), digest);
        assertTrue(log(DECISIONS, "log all").contains("in #general"), log(DECISIONS, "log all"));
        assertFalse(log(GENERAL, "log").contains("in #general"), log(GENERAL, "log"));
    }
}
