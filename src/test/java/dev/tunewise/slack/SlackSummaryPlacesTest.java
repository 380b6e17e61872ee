package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.WebApi;
import dev.tunewise.slack.fake.Workspace.Channel;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.handle.SlackConsultations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where summaries go in Slack, and where not. */
class SlackSummaryPlacesTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";
    private static final String PRIVATE = "G0PRIVATE";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");
    private final Member boss = slack.member("U9", "Boss");

    SlackSummaryPlacesTest() {
        slack.workspace().admin("U9");
        slack.channel(DECISIONS, "decisions", true);
        slack.channel(PRIVATE, "secret-plans", true);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void conclude(String channel) {
        stage.slash(ana, channel, "A hedge?");
        Message root = slack.root(channel);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
    }

    private boolean summarised() {
        return stage.said(DECISIONS).stream()
                .anyMatch(message -> message.shown().contains("build a wall"));
    }

    @Test
    void whatIsPrivateStaysThereUntilSomebodyThereAsksForMore() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        assertTrue(stage.said(DECISIONS).getLast().shown().contains("Boss chose"), "announced where it matters");
        conclude(PRIVATE);
        assertFalse(summarised(), stage.said(DECISIONS).toString());
        stage.slash(ana, PRIVATE, "summary-channel <#C0DECIDE|decisions>");
        assertFalse(
                stage.said(DECISIONS).toString().contains("secret-plans"),
                stage.said(DECISIONS).toString());
        conclude(PRIVATE);
        assertTrue(summarised());
    }

    private void asksForSummary(String key) {
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        UserInput asked = new UserInput.Clicked(ConversationCommand.SUMMARY.action());
        stage.consultations()
                .take(
                        id,
                        new InboundEvent(
                                key, new Author("U1", "Ana"), stage.time().instant(), "", asked));
        stage.settle();
    }

    @Test
    void whoPostsByHandSeesTheSummaryAloneFirst() {
        conclude(GENERAL);
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        asksForSummary("first");
        assertFalse(summarised());
        var preview = slack.workspace().whispers().getLast();
        assertEquals("U1", preview.person());
        assertTrue(preview.blocks().toString().contains("It is not in the channel for summaries yet"));
        assertEquals(200, ana.click(preview, "Post it to the summary channel"));
        stage.settle();
        assertTrue(summarised(), stage.said(DECISIONS).toString());
        assertTrue(slack.workspace().whispers().getLast().text().contains("stands in the channel for summaries"));
        asksForSummary("again");
        String again = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(again.contains("stands in the channel for summaries"), again);
        assertFalse(again.contains("Post it"), again);
    }

    @Test
    void whatIsSaidAfterAChannelTurnedPrivateStaysThere() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        conclude(GENERAL);
        assertTrue(summarised());
        var before = stage.said(DECISIONS);
        slack.workspace().close(GENERAL);
        Message root = slack.root(GENERAL);
        ana.say(GENERAL, root.ts(), "<@U0BOT> I own this, review in March 2027");
        stage.settle();
        assertTrue(slack.root(GENERAL).shown().contains("1 March 2027"), "heard in the channel itself");
        conclude(GENERAL);
        assertEquals(before, stage.said(DECISIONS), "nothing posted, nothing edited");
        assertEquals(0, stage.stores().outbox().waiting());
        stage.slash(ana, DECISIONS, "log all");
        String log = slack.workspace().whispers().getLast().blocks().toString();
        assertFalse(log.contains("hedge"), log);
    }

    @Test
    void whatIsTakenBackInAPrivateChannelLeavesWhatStoodInPublicBefore() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        Message opening = ana.say(GENERAL, "", "<@U0BOT> a hedge for Mr Tillotson?");
        stage.settle();
        ana.choose(slack.card(opening.ts()), Map.of("noise", true), "Done");
        stage.settle();
        assertTrue(stage.said(DECISIONS).toString().contains("Tillotson"));
        slack.workspace().close(GENERAL);
        ana.say(GENERAL, opening.ts(), "<@U0BOT> I own this, review in March 2027");
        stage.settle();
        assertEquals(
                200,
                ana.delete(new Message(GENERAL, opening.ts(), opening.ts(), "U1", opening.text(), new JsonArray(), 0)));
        stage.settle();
        String left = stage.said(DECISIONS).toString();
        assertFalse(left.contains("Tillotson"), left);
        assertFalse(left.contains("2027"), left);
    }

    @Test
    void aChannelThatTurnsPublicTellsAgain() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        slack.workspace().close(GENERAL);
        conclude(GENERAL);
        assertFalse(summarised());
        slack.workspace().reopen(GENERAL);
        JsonObject converted = new JsonObject();
        converted.addProperty("type", "message");
        converted.addProperty("subtype", "channel_convert_to_public");
        converted.addProperty("user", "U9");
        converted.addProperty("channel", GENERAL);
        converted.addProperty("channel_type", "channel");
        converted.addProperty("ts", "1730984822.596869");
        converted.addProperty("event_ts", "1730984822.596869");
        assertEquals(200, slack.event(converted));
        stage.settle();
        conclude(GENERAL);
        assertTrue(summarised(), "Slack is asked again");
    }

    @Test
    void aDirectoryThatDoesNotAnswerDelaysASummaryAndLosesNone() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, GENERAL, "A hedge?");
        slack.api()
                .trouble(method -> method.equals("conversations.info")
                        ? Optional.of(WebApi.Refusal.error("internal_error"))
                        : Optional.empty());
        ana.choose(slack.card(slack.root(GENERAL).ts()), Map.of("noise", true), "Done");
        stage.settle();
        assertFalse(summarised());
        slack.api().trouble(_ -> Optional.empty());
        stage.recover();
        assertTrue(summarised());
    }

    @Test
    void directMessagesStayDirect() {
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        conclude(ana.direct());
        assertFalse(summarised());
    }

    @Test
    void offStaysOff() {
        stage.slash(ana, GENERAL, "summary-channel off");
        stage.slash(boss, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        conclude(GENERAL);
        assertFalse(summarised());
    }

    @Test
    void onlyAdminsChangeTheWorkspace() {
        stage.slash(ana, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        assertTrue(slack.workspace().whispers().getLast().text().contains("only its admins"));
        ana.open("home");
        stage.settle();
        String home = slack.workspace().home("U1").orElseThrow().toString();
        assertFalse(home.contains("conversations_select"), home);
        assertTrue(home.contains("no channel for summaries"), home);
        boss.open("home");
        stage.settle();
        assertTrue(slack.workspace().home("U9").orElseThrow().toString().contains("conversations_select"));
        conclude(GENERAL);
        assertFalse(summarised());
    }

    @Test
    void whereTheSummaryCannotBePostedThreadAndSettingsSaySo() {
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        slack.workspace().channel(DECISIONS).orElseThrow().members().remove(FakeSlack.BOT);
        conclude(GENERAL);
        stage.time().pass(Duration.ofHours(2));
        stage.settle();
        assertTrue(
                stage.said(GENERAL).stream()
                        .anyMatch(message -> message.shown().contains("summary could not be posted")),
                stage.said(GENERAL).toString());
        assertFalse(
                stage.said(GENERAL).toString().contains("not_in_channel")
                        || stage.said(GENERAL).toString().contains(DECISIONS + ":"),
                "in words, without codes and ids");
        stage.slash(ana, GENERAL, "settings");
        String settings = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(settings.contains("could not be posted") && settings.contains("20 November 2026"), settings);
        stage.slash(ana, GENERAL, "log");
        String log = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(log.contains("could not be posted"), log);
        ana.say(GENERAL, slack.root(GENERAL).ts(), "<@U0BOT> I own this");
        stage.settle();
        assertEquals(
                1,
                stage.said(GENERAL).stream()
                        .filter(message -> message.shown().contains("summary could not be posted"))
                        .count(),
                "once for a thread, however often the summary changes");
    }

    @Test
    void whoMaySeeAConsultationIsWhoIsInItsChannel() {
        var directory = stage.out().directory();
        slack.workspace().channel(PRIVATE).orElseThrow().members().remove("U9");
        assertTrue(
                directory.isIn(SlackConsultations.address("T1", GENERAL, ""), "U9"), "anybody reads a public channel");
        assertTrue(directory.isIn(SlackConsultations.address("T1", PRIVATE, ""), "U1"));
        assertFalse(directory.isIn(SlackConsultations.address("T1", PRIVATE, ""), "U9"), "an admin is not in it");
        assertFalse(directory.isIn(SlackConsultations.address("T1", ana.direct(), ""), "U9"));
        assertFalse(directory.isIn(SlackConsultations.address("T1", GENERAL, ""), "U404"));
    }

    @Test
    void channelsSharedWithOthersSeeNoCostsUnlessAllowed() {
        slack.workspace()
                .channel(new Channel(
                        "C0PARTNER", "partner", false, new HashSet<>(Set.of(FakeSlack.BOT, "U1", "U9")), true));
        stage.slash(ana, "C0PARTNER", "A hedge?");
        assertEquals(List.of(), stage.said("C0PARTNER"));
        assertTrue(slack.workspace().whispers().getLast().text().contains("shared with another organisation"));
        stage.slash(boss, GENERAL, "workspace shared-costs on");
        stage.slash(ana, "C0PARTNER", "A hedge?");
        assertEquals(1, stage.stores().conversations().list("slack", "T1", 5).size());
    }
}
