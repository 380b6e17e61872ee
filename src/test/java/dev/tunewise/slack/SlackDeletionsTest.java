package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted or edited in Slack leaves what we keep and what we posted; what it said counts no more. */
class SlackDeletionsTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String SECRET = "Project Quagga: it is 30 metres long";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private Member ana;
    private Message opening;

    @BeforeEach
    void open() {
        ana = slack.member("U1", "Ana");
        opening = ana.say(GENERAL, "", "<@" + FakeSlack.BOT + "> a hedge for the wombats of Mr Tillotson?");
        stage.settle();
    }

    @AfterEach
    void noFaults() {
        assertEquals(List.of(), slack.api().faults());
        stage.close();
    }

    private Conversation conversation() {
        String id =
                stage.stores().conversations().list("slack", "T1", 9).getLast().id();
        return stage.consultations().find(id).orElseThrow();
    }

    /** All that is kept of the consultation. */
    private String kept() {
        Conversation now = conversation();
        StringBuilder all = new StringBuilder(now.toString());
        for (ConversationStore.Kept post : stage.stores().conversations().posts(now.id())) {
            all.append(post.post());
        }
        return all.append(stage.stores().conversations().list("slack", "T1", 9)).toString();
    }

    /** All that our messages show. */
    private String shown() {
        return slack.workspace().messages().stream()
                .filter(message -> message.user().equals(FakeSlack.BOT))
                .map(Message::shown)
                .reduce("", String::concat);
    }

    private String answers() {
        return stage.consultations()
                .see(conversation().id())
                .orElseThrow()
                .state()
                .answers()
                .toString();
    }

    @Test
    void aDeletedMessageIsTakenBackAndItsWordsAreGone() {
        Message message = ana.say(GENERAL, opening.ts(), SECRET);
        stage.settle();
        assertTrue(answers().contains("value=30") && kept().contains("Quagga"));
        ana.delete(message);
        stage.settle();
        assertFalse(answers().contains("value=30"), "what nobody says any more does not count");
        assertFalse(kept().contains("Quagga"), "gone from entries, posts and lists");
        assertFalse(shown().contains("Quagga"), "and from our own messages");
        assertEquals(
                1,
                slack.workspace().thread(opening.ts()).stream()
                        .filter(said -> said.text().startsWith("A message of Ana was deleted"))
                        .count(),
                "the thread is told in one line");
        long version = conversation().version();
        ana.delete(message);
        stage.settle();
        assertEquals(version, conversation().version(), "Slack may tell it again");
    }

    @Test
    void whatSomebodySaidAgainLaterStays() {
        Message message = ana.say(GENERAL, opening.ts(), SECRET);
        stage.settle();
        slack.member("U2", "Ben").say(GENERAL, opening.ts(), "correction: 50 metres");
        stage.settle();
        ana.say(GENERAL, opening.ts(), "yes, 50 metres");
        stage.settle();
        int messages = slack.workspace().messages().size();
        String before = answers();
        ana.delete(message);
        stage.settle();
        assertEquals(before, answers());
        assertFalse(kept().contains("Quagga"));
        assertEquals(messages, slack.workspace().messages().size(), "nothing changed, so nothing is said");
    }

    @Test
    void theMessageThatOpenedAConsultationLeavesATombstone() {
        assertTrue(shown().contains("Tillotson"));
        Message root = new Message(GENERAL, opening.ts(), opening.ts(), "U1", opening.text(), opening.blocks(), 0);
        ana.delete(root);
        stage.settle();
        assertFalse(kept().contains("Tillotson"), kept());
        assertFalse(shown().contains("Tillotson"), shown());
        ana.say(GENERAL, opening.ts(), "it is 20 metres");
        stage.settle();
        assertTrue(answers().contains("value=20"), "the consultation goes on");
    }

    @Test
    void theSummaryElsewhereGetsTheTitleThatTheRootCardGets() {
        slack.channel("C0DECIDE", "decisions", true);
        assertEquals(200, ana.slash(GENERAL, "summary-channel <#C0DECIDE|decisions>"));
        // What Slack sends on different ways is worked on side by side.
        stage.settle();
        ana.choose(slack.card(opening.ts()), Map.of("noise", true), "Done");
        stage.settle();
        assertTrue(heading("C0DECIDE").contains("Tillotson"), heading("C0DECIDE"));
        int messages = slack.workspace().messages().size();
        ana.delete(new Message(GENERAL, opening.ts(), opening.ts(), "U1", opening.text(), opening.blocks(), 0));
        stage.settle();
        assertFalse(
                heading("C0DECIDE").contains("Tillotson") || heading("C0DECIDE").contains("…"));
        assertEquals(heading(GENERAL), heading("C0DECIDE"));
        assertTrue(slack.workspace().messages().size() <= messages, "what stands is edited, nothing new is said");
    }

    /** The heading of the card that stands in a channel. */
    private String heading(String channel) {
        return slack.workspace().messages().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.user().equals(FakeSlack.BOT))
                .flatMap(message -> message.blocks().asList().stream())
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("header"))
                .map(block -> block.getAsJsonObject("text").get("text").getAsString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeletionOfWhichSlackSaysLittleIsFollowedToo() {
        Message message = ana.say(GENERAL, opening.ts(), SECRET);
        stage.settle();
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("subtype", "message_deleted");
        event.addProperty("channel", GENERAL);
        event.addProperty("deleted_ts", message.ts());
        event.addProperty("ts", slack.workspace().timestamp());
        assertEquals(200, slack.event(event));
        stage.settle();
        assertFalse(kept().contains("Quagga"));
    }

    @Test
    void talkOfOthersThatIsDeletedIsNoneOfOurBusiness() {
        Message talk = slack.workspace().post(GENERAL, "", "U1", "lunch?", new com.google.gson.JsonArray());
        long version = conversation().version();
        ana.delete(talk);
        assertEquals(0, stage.stores().inbox().waiting("slack"), "not even looked at");
        stage.settle();
        assertEquals(version, conversation().version());
    }

    @Test
    void whatAnEditTakesOutIsGoneAndWhatItLeavesStays() {
        Message message = ana.say(GENERAL, opening.ts(), SECRET);
        stage.settle();
        ana.edit(message, "it is 30 metres long");
        stage.settle();
        assertFalse(kept().contains("Quagga"), kept());
        assertFalse(shown().contains("Quagga"));
        assertTrue(answers().contains("value=30"), answers());
        assertTrue(kept().contains("it is 30 metres long"));
    }

    @Test
    void aDeletedChannelIsNoLongerWhereSummariesGo() {
        slack.channel("C0DECIDE", "decisions", true);
        assertEquals(200, ana.slash(GENERAL, "summary-channel <#C0DECIDE|decisions>"));
        stage.settle();
        JsonObject event = new JsonObject();
        event.addProperty("type", "channel_deleted");
        event.addProperty("channel", "C0DECIDE");
        assertEquals(200, slack.event(event));
        stage.settle();
        assertEquals(200, ana.slash(GENERAL, "settings"));
        stage.settle();
        String settings = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(settings.contains("channel that was chosen for them was deleted"), settings);
        assertFalse(settings.contains("C0DECIDE"), settings);
    }

    @Test
    void aDeletedChannelIsForgottenAndTheLogOfTheOthersSaysSo() {
        slack.channel("C0DECIDE", "decisions", true);
        JsonObject event = new JsonObject();
        event.addProperty("type", "channel_deleted");
        event.addProperty("channel", GENERAL);
        JsonObject happened = slack.callback(event);
        happened.addProperty("event_time", stage.time().instant().getEpochSecond());
        assertEquals(200, slack.line().event(happened, 0));
        stage.settle();
        assertEquals(List.of(), stage.stores().conversations().list("slack", "T1", 9));
        assertEquals("platform", stage.stores().audit().latest(1).getFirst().who());
        assertEquals(200, ana.slash("C0DECIDE", "log all"));
        stage.settle();
        String log = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(log.contains("1 consultation went with a channel that was deleted on 20 November 2026"), log);
    }
}
