package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.fake.Workspace.Whisper;
import dev.tunewise.slack.handle.SlackConsultations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The slash command with all that may follow it, and the Home tab. */
class SlackCommandsTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");

    @AfterEach
    void noFaults() {
        assertEquals(List.of(), slack.api().faults());
        stage.close();
    }

    private void slash(String text) {
        assertEquals(200, ana.slash(GENERAL, text));
        stage.settle();
    }

    private String whispered() {
        Whisper whisper = slack.workspace().whispers().getLast();
        assertEquals("U1", whisper.person());
        return whisper.text() + whisper.blocks();
    }

    private Message open() {
        slash("A hedge?");
        return slack.root(GENERAL);
    }

    private List<ConversationSummary> digests() {
        return stage.stores().conversations().list("slack", "T1", 20);
    }

    @Test
    void whereTheBotIsNoMemberItSaysSoPrivatelyAndHowToInviteIt() {
        slack.channel("C0SECRET", "secret", false);
        assertEquals(200, ana.slash("C0SECRET", "A hedge?"));
        stage.settle();
        assertTrue(whispered().contains("/invite @tunewise"), whispered());
        assertEquals("response", slack.workspace().whispers().getLast().via());
        assertEquals(List.of(), slack.workspace().messages());
        assertEquals(List.of(), digests());
    }

    @Test
    void inADirectMessageOfOthersItSaysSoToo() {
        assertEquals(200, ana.slash("DNOTOURS", "A hedge?"));
        stage.settle();
        assertTrue(whispered().contains("/invite"), whispered());
        assertEquals(List.of(), digests());
    }

    @Test
    void helpListSettingsAndAnEmptyCommandAnswerPrivately() {
        slash("help");
        assertTrue(whispered().contains("/tunewise what-if"), whispered());
        slash("help summary");
        assertTrue(whispered().contains("/tunewise summary-channel off"), whispered());
        slash("undo");
        assertTrue(whispered().contains("In the thread of a consultation"), whispered());
        slash("");
        assertTrue(whispered().contains("/tunewise"), whispered());
        slash("settings");
        assertTrue(whispered().contains("summary-channel"), whispered());
        slash("list");
        assertTrue(whispered().contains("no consultations"), whispered());
        assertEquals(List.of(), slack.workspace().messages());
    }

    @Test
    void stopResumeAndExportGoToTheThreadAndSayWhere() {
        Message root = open();
        for (String command : List.of("stop", "resume", "export")) {
            int before = slack.workspace().thread(root.ts()).size();
            slash(command);
            assertTrue(slack.workspace().thread(root.ts()).size() > before, command);
            assertTrue(whispered().contains("archives/" + GENERAL), whispered());
        }
        assertEquals(2, slack.workspace().files().size());
        assertEquals(root.ts(), slack.workspace().files().getFirst().thread());
        slash("list");
        assertTrue(whispered().contains("A hedge?"), whispered());
    }

    @Test
    void withoutAConsultationTheyAreToldSo() {
        slash("status");
        assertEquals(1, slack.workspace().whispers().size());
        assertEquals(List.of(), slack.workspace().messages());
    }

    @Test
    void theSummaryChannelHasToBeOneWeMayWriteTo() {
        slack.channel("C0AWAY777", "away", false);
        slash("summary-channel <#C0AWAY777|away>");
        assertTrue(whispered().contains("not in that channel"), whispered());
        slash("summary-channel #somewhere");
        assertTrue(whispered().contains("do not know that channel"), whispered());
        assertTrue(stage.summaries()
                .channel(SlackConsultations.address("T1", GENERAL, ""))
                .isEmpty());
        slash("summary-channel here");
        assertEquals(
                GENERAL,
                stage.summaries()
                        .channel(SlackConsultations.address("T1", GENERAL, ""))
                        .orElseThrow());
        assertTrue(slack.root(GENERAL).shown().contains("Ana chose that summaries"), "everybody here is told");
        assertFalse(slack.root(GENERAL).shown().contains("from " + GENERAL), "by name");
        slash("settings");
        assertTrue(whispered().contains("#general"), whispered());
        assertFalse(whispered().contains(GENERAL), "people know channels by name, in notifications too");
        slash("summary-channel off");
        assertTrue(stage.summaries()
                .channel(SlackConsultations.address("T1", GENERAL, ""))
                .isEmpty());
    }

    @Test
    void afterFiveAnswersTheAddressIsUsedUpAndThePersonIsStillTold() {
        String url = slack.api().responseUrl(GENERAL, "U1");
        ResponseUrls urls = new ResponseUrls(
                new SlackApi(stage.out().sdk()), stage.slack().api().address());
        urls.keep(GENERAL, "U1", url);
        var message = dev.tunewise.slack.render.PostRenderer.render("", dev.tunewise.slack.kit.SamplePosts.summary());
        for (int i = 0; i < 5; i++) {
            assertTrue(urls.answer(GENERAL, "U1", message));
        }
        assertFalse(urls.answer(GENERAL, "U1", message));
        slash("help");
        assertTrue(whispered().contains("/tunewise"), whispered());
    }

    @Test
    void wordsWithUmlautsAndSignsSurviveEveryWay() {
        slash("Größe „ä“ 日本語 🤖 a&amp;b &lt;c&gt; *x*");
        Message root = slack.root(GENERAL);
        assertTrue(
                root.blocks().toString().contains("Größe „ä“ 日本語 🤖 a&b <c> *x*")
                        || root.blocks().toString().contains("a\\u0026b"),
                root.blocks().toString());
        assertEquals("Größe „ä“ 日本語 🤖 a&b <c> *x*", digests().getFirst().title());
    }

    @Test
    void listAndSettingsAreUnderstoodInAThreadToo() {
        Message root = open();
        ana.say(GENERAL, root.ts(), "<@U0BOT> settings");
        stage.settle();
        assertTrue(whispered().contains("summary-channel"), whispered());
    }

    @Test
    void theHomeTabShowsWhatIsOpenAndDecidedToThoseWhoMaySeeIt() {
        Message root = open();
        slack.workspace()
                .channel(new dev.tunewise.slack.fake.Workspace.Channel(
                        "C0PRIVATE", "private", false, new HashSet<>(Set.of(FakeSlack.BOT, "U2")), false));
        Member ben = slack.member("U2", "Ben");
        ben.slash("C0PRIVATE", "A secret hedge?");
        stage.settle();
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        ana.slash(GENERAL, "Another hedge?");
        stage.settle();
        assertEquals(200, ana.open("home"));
        stage.settle();
        String home = slack.workspace().home("U1").orElseThrow().toString();
        assertTrue(home.contains("Another hedge?"), home);
        assertTrue(home.contains("Against noise build a wall."), home);
        assertTrue(home.contains("Start a consultation"), home);
        assertTrue(home.contains("archives/" + GENERAL), home);
        slack.workspace().channel("C0PRIVATE").orElseThrow().members().remove("U1");
        ana.open("home");
        stage.settle();
        assertFalse(slack.workspace().home("U1").orElseThrow().toString().contains("secret"));
        ben.open("home");
        stage.settle();
        assertTrue(slack.workspace().home("U2").orElseThrow().toString().contains("secret"));
        Preview.keep("home", slack.workspace());
    }

    @Test
    void theStartButtonOpensInAChannelOrAlone() {
        ana.open("home");
        stage.settle();
        ana.clickAtHome("Start a consultation");
        stage.settle();
        ana.submit(Map.of("What is the problem?", "A hedge in the channel?", "Where shall we talk about it?", GENERAL));
        stage.settle();
        assertTrue(slack.root(GENERAL).shown().contains("A hedge in the channel?"));
        ana.clickAtHome("Start a consultation");
        stage.settle();
        ana.submit(Map.of("What is the problem?", "A hedge for me?"));
        stage.settle();
        Message root = slack.root(ana.direct());
        assertTrue(root.shown().contains("A hedge for me?"));
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        assertTrue(slack.root(ana.direct()).shown().contains("Against noise build a wall."));
    }

    @Test
    void theStartButtonSaysWhenTheBotIsNotInTheChannel() {
        slack.channel("C0AWAY777", "away", false);
        ana.open("home");
        stage.settle();
        ana.clickAtHome("Start a consultation");
        stage.settle();
        ana.submit(Map.of("What is the problem?", "A hedge?", "Where shall we talk about it?", "C0AWAY777"));
        stage.settle();
        assertTrue(slack.workspace().messages().getLast().shown().contains("/invite @tunewise"));
        assertEquals("U1", slack.workspace().messages().getLast().channel());
        assertEquals(List.of(), digests());
    }

    @Test
    void theSummaryChannelOfTheWorkspaceIsChosenAtHome() {
        slack.channel("C0DECIDE", "decisions", true);
        slack.channel("C0ANY", "any", true);
        slack.channel("C0AWAY777", "away", false);
        slack.workspace().admin("U1");
        ana.open("home");
        stage.settle();
        ana.chooseAtHome("C0AWAY777");
        stage.settle();
        assertTrue(slack.workspace().messages().getLast().shown().contains("/invite @tunewise"));
        assertTrue(stage.summaries()
                .channel(SlackConsultations.address("T1", "C0ANY", ""))
                .isEmpty());
        ana.chooseAtHome("C0DECIDE");
        stage.settle();
        assertEquals(
                "C0DECIDE",
                stage.summaries()
                        .channel(SlackConsultations.address("T1", "C0ANY", ""))
                        .orElseThrow());
        assertFalse(
                slack.workspace().home("U1").orElseThrow().toString().contains("\"value\":\"\""),
                "Slack refuses a button with an empty value");
        ana.clickAtHome("No summaries");
        stage.settle();
        assertTrue(stage.summaries()
                .channel(SlackConsultations.address("T1", "C0ANY", ""))
                .isEmpty());
    }

    @Test
    void theMessagesTabAloneBringsNoHome() {
        ana.open("messages");
        stage.settle();
        assertTrue(slack.workspace().home("U1").isEmpty());
    }
}
