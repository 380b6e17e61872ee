package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.WebApi;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.ShippedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team hears in Slack when prices change under a decision. */
class SlackWatchTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");

    @TempDir
    Path folder;

    SlackWatchTest() {
        slack.channel(DECISIONS, "decisions", true);
        stage.follow(ShippedMachine.now());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void slash(String channel, String text) {
        assertEquals(200, ana.slash(channel, text));
        stage.settle();
    }

    private Message decide() {
        slash(GENERAL, "Should we tune our ticket classifier?");
        Message root = slack.root(GENERAL);
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        ShippedMachine.decide(stage.consultations(), id, stage.time().instant());
        stage.settle();
        return root;
    }

    private void pricesChange() throws Exception {
        stage.follow(ShippedMachine.changed(folder, "1.5", "7.5"));
        stage.watch().look("other prices", stage.time().instant(), 100);
        stage.settle();
    }

    private List<Message> told() {
        return slack.workspace().messages().stream()
                .filter(message -> message.shown().contains("This was computed again"))
                .toList();
    }

    @Test
    void theThreadAndTheLogSaySoOnce() throws Exception {
        slash(GENERAL, "summary-channel <#C0DECIDE|decisions>");
        Message root = decide();
        slash(GENERAL, "watch 10 %");
        pricesChange();
        pricesChange();
        stage.time().pass(Duration.ofDays(2));
        pricesChange();
        assertEquals(1, told().size());
        assertEquals(root.ts(), told().getFirst().thread(), "in the old thread");
        String text = told().getFirst().shown();
        assertTrue(text.contains("prices have changed") && text.contains("Before: ") && text.contains("Now: "), text);
        assertTrue(text.contains("The answer stays: "), text);
        assertFalse(
                text.contains("In figures"), "an answer that stays is said once, and its figures beside it: " + text);
        String note = stage.said(DECISIONS).getLast().shown();
        assertTrue(note.contains("moved: prices have changed. Before: $"), note);
        assertFalse(note.contains(".."), note);
        slash(GENERAL, "log");
        String log = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(log.contains("figures moved 20 November 2026: prices have changed"), log);
        assertEquals(
                2,
                slack.workspace().messages().stream()
                        .filter(message -> message.channel().equals(DECISIONS)
                                && message.shown().contains("ticket classifier"))
                        .count(),
                "the summary, edited in place, and one note on the changed answer");
    }

    @Test
    void aChannelThatTurnedPrivateMeanwhileIsToldAlone() throws Exception {
        slack.workspace().admin("U1");
        slash(GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        decide();
        var before = stage.said(DECISIONS);
        slack.workspace().close(GENERAL);
        pricesChange();
        assertEquals(1, told().size());
        assertEquals(before, stage.said(DECISIONS));
    }

    @Test
    void aReviewAfterwardsAsksAndDoesNotGiveTheAnswerAgain() throws Exception {
        Message root = decide();
        pricesChange();
        ana.deliver(ana.say(GENERAL, root.ts(), "review on 1 March 2027"));
        stage.settle();
        int before = slack.workspace().messages().size();
        stage.time().pass(Duration.ofDays(120));
        stage.askForReviews();
        stage.settle();
        List<Message> fresh = slack.workspace().messages();
        assertEquals(before + 1, fresh.size());
        assertTrue(fresh.getLast().shown().contains("time to look at this again"));
    }

    @Test
    void offIsOff() throws Exception {
        decide();
        slash(GENERAL, "watch off");
        pricesChange();
        assertEquals(List.of(), told());
    }

    @Test
    void whereNothingCanBeWrittenTheLogSaysSoAndNothingWaits() throws Exception {
        for (String error : List.of("is_archived", "not_in_channel", "thread_not_found")) {
            stage.follow(ShippedMachine.now());
            decide();
            stage.time().pass(Duration.ofDays(1));
            slack.api()
                    .trouble(method ->
                            method.startsWith("chat.") ? Optional.of(WebApi.Refusal.error(error)) : Optional.empty());
            pricesChange();
            LoggedDecision logged = stage.stores()
                    .conversations()
                    .list("slack", "T1", 1)
                    .getFirst()
                    .logged();
            assertTrue(logged.followUp().moved() != null, error);
            assertEquals(0, stage.stores().outbox().waiting(), error + ": nothing is sent for ever");
            assertEquals(List.of(), told(), error);
            slack.api().trouble(_ -> Optional.empty());
        }
    }
}
