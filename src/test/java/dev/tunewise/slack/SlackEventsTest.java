package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack sends besides the straight way: copies, echoes, corrections, strangers, old cards, late windows. */
class SlackEventsTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private Member ana;
    private Message root;

    @BeforeEach
    void open() {
        ana = slack.member("U1", "Ana");
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        root = slack.root(GENERAL);
    }

    @AfterEach
    void noFaults() {
        assertEquals(List.of(), slack.api().faults());
        stage.close();
    }

    @Test
    void copiesOfAMessageMakeOneTurn() {
        Message message = ana.say(GENERAL, root.ts(), "30 metres");
        stage.settle();
        long version = conversation().version();
        for (int copy = 0; copy < 11; copy++) {
            ana.deliver(message);
        }
        stage.settle();
        assertEquals(version, conversation().version());
    }

    @Test
    void aRetryAfterARestartIsTheOnlyCopyAndIsTaken() {
        Message message =
                slack.workspace().post(GENERAL, root.ts(), "U1", "30 metres", new com.google.gson.JsonArray());
        long version = conversation().version();
        JsonObject event = messageEvent(message);
        assertEquals(200, slack.line().event(slack.callback(event), 2));
        stage.settle();
        assertEquals(version + 1, conversation().version());
    }

    @Test
    void whatIsWrittenUnderACardBeforeWeLearnItsThreadIsKept() {
        // Slack shows the card, but its answer is lost: with a dying process, or on the way.
        slack.api().lose("chat.postMessage");
        ana.slash(GENERAL, "Another hedge?");
        stage.settle();
        Message card = slack.root(GENERAL);
        assertFalse(card.ts().equals(root.ts()));
        ana.say(GENERAL, card.ts(), "30 metres");
        ana.say(GENERAL, card.ts(), "<@" + FakeSlack.BOT + "> 40 metres");
        stage.settle();
        assertEquals(3, stage.stores().inbox().waiting("slack"));
        stage.recover();
        assertEquals(0, stage.stores().inbox().waiting("slack"));
        List<ConversationSummary> all = stage.stores().conversations().list("slack", "T1", 10);
        assertEquals(2, all.size(), "a mention there opens no other consultation");
        Conversation second = in(card.ts());
        assertEquals(3, second.entries().size());
    }

    @Test
    void talkUnderSomebodyElsesMessageDoesNotWaitForACard() {
        slack.api().lose("chat.postMessage");
        ana.slash(GENERAL, "Another hedge?");
        stage.settle();
        Message theirs = slack.workspace().post(GENERAL, "", "U2", "Lunch?", new com.google.gson.JsonArray());
        Message reply = slack.workspace().post(GENERAL, theirs.ts(), "U1", "Yes", new com.google.gson.JsonArray());
        JsonObject event = messageEvent(reply);
        event.addProperty("parent_user_id", "U2");
        assertEquals(200, slack.event(event));
        stage.settle();
        assertEquals(0, stage.stores().inbox().waiting("slack"));
    }

    @Test
    void ourOwnWordsAndThoseOfOtherBotsAreNotHeard() {
        long version = conversation().version();
        JsonObject own = messageEvent(slack.workspace().thread(root.ts()).getFirst());
        own.addProperty("bot_id", "B1");
        own.addProperty("user", FakeSlack.BOT);
        own.addProperty("text", "30 metres");
        assertEquals(200, slack.event(own));
        JsonObject other = own.deepCopy();
        other.addProperty("subtype", "bot_message");
        other.addProperty("bot_id", "B2");
        other.remove("user");
        assertEquals(200, slack.event(other));
        stage.settle();
        assertEquals(version, conversation().version());
        assertEquals(0, stage.stores().inbox().waiting("slack"));
    }

    @Test
    void talkOutsideOfThreadsIsAcknowledgedAndForgotten() {
        JsonObject event =
                messageEvent(slack.workspace().post(GENERAL, "", "U1", "lunch?", new com.google.gson.JsonArray()));
        assertEquals(200, slack.event(event));
        assertEquals(0, stage.stores().inbox().waiting("slack"));
        stage.settle();
        assertEquals(1, stage.stores().conversations().list("slack", "T1", 9).size());
    }

    @Test
    void eventsThatNobodyHandlesAreAcknowledged() {
        for (String type : List.of("channel_archive", "reaction_added", "app_rate_limited", "something_new")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("event_ts", "1700000000.000001");
            assertEquals(200, slack.event(event), type);
        }
        JsonObject joined = messageEvent(slack.workspace().thread(root.ts()).getFirst());
        joined.addProperty("subtype", "channel_join");
        assertEquals(200, slack.event(joined));
        JsonObject deleted = messageEvent(slack.workspace().thread(root.ts()).getFirst());
        deleted.addProperty("subtype", "message_deleted");
        assertEquals(200, slack.event(deleted));
        stage.settle();
    }

    @Test
    void aCorrectedMessageIsReadAgain() {
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        Message message = ana.say(GENERAL, root.ts(), "30 metres");
        stage.settle();
        ana.edit(message, "sorry, 40 metres");
        stage.settle();
        assertTrue(thread().contains("40 metres"), thread());
    }

    @Test
    void anEditReplacesWhatItsMessageGaveAndNothingLater() {
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        Message message = ana.say(GENERAL, root.ts(), "30 metres");
        stage.settle();
        ana.say(GENERAL, root.ts(), "correction: 50 metres long");
        stage.settle();
        ana.edit(message, "it is 30 metres long");
        stage.settle();
        String length = stage.consultations()
                .see(conversation().id())
                .orElseThrow()
                .state()
                .answers()
                .all()
                .values()
                .toString();
        assertTrue(length.contains("value=50"), length);
    }

    @Test
    void aMessagePointedAtStaysItsWriters() {
        Message talk = slack.workspace()
                .post(GENERAL, "", "U9", "we need a hedge of 30 metres", new com.google.gson.JsonArray());
        ana.shortcut(talk);
        stage.settle();
        String opener = in(talk.ts()).entries().getFirst().author().id();
        assertTrue(opener.contains("U9"), opener);
    }

    @Test
    void aPreviewOfALinkIsNoCorrection() {
        long version = conversation().version();
        Message message = ana.say(GENERAL, root.ts(), "30 metres");
        stage.settle();
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("subtype", "message_changed");
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.add("message", messageEvent(message));
        event.addProperty("ts", "1700000009.000001");
        assertEquals(200, slack.event(event));
        stage.settle();
        assertEquals(version + 1, conversation().version());
    }

    @Test
    void whatWasSkippedIsAskedAgainAfterBack() {
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        String asked = slack.card(root.ts()).text();
        ana.click(slack.card(root.ts()), "Skip for now");
        stage.settle();
        assertFalse(asked.equals(slack.card(root.ts()).text()), "another question comes");
        ana.click(slack.card(root.ts()), "Back");
        stage.settle();
        assertEquals(asked, slack.card(root.ts()).text());
    }

    @Test
    void aMentionInAThreadOfPeopleOpensThere() {
        Message talk = slack.workspace().post(GENERAL, "", "U1", "so loud!", new com.google.gson.JsonArray());
        ana.say(GENERAL, talk.ts(), "<@U0BOT> shall we plant a hedge?");
        stage.settle();
        assertEquals(2, stage.stores().conversations().list("slack", "T1", 9).size());
        assertTrue(slack.workspace().thread(talk.ts()).stream()
                .anyMatch(message -> message.user().equals(FakeSlack.BOT)));
        assertEquals(root.ts(), slack.root(GENERAL).ts(), "and makes no noise in the channel");
    }

    @Test
    void twoClicksOnTheSameButtonAndOnAnOldCardAreNoErrors() {
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        Message light = slack.card(root.ts());
        Member ben = slack.member("U2", "Ben");
        ana.click(light, "sun");
        assertEquals(200, ben.click(light, "sun"));
        stage.settle();
        assertEquals(200, ben.click(light, "shade"));
        stage.settle();
        assertTrue(thread().contains("Ben"), "somebody who says otherwise is heard");
    }

    @Test
    void somebodyOfAnotherOrganisationAnswersWhereTheChannelIsShared() {
        Member guest = slack.stranger("U9GUEST", "Gül", "T9OTHER");
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        assertEquals(200, guest.click(slack.card(root.ts()), "sun"));
        stage.settle();
        assertTrue(thread().contains("Gül"), thread());
    }

    @Test
    void aCardThatWasCopiedElsewhereDoesNothing() {
        long version = conversation().version();
        Member guest = slack.stranger("U9GUEST", "Gül", "T9OTHER");
        Message card = slack.card(root.ts());
        slack.channel("C0ELSE", "else", true);
        Message copy = new Message("C0ELSE", "1700000099.000001", "", FakeSlack.BOT, card.text(), card.blocks(), 0);
        assertEquals(200, guest.choose(copy, Map.of("noise", true), "Done"));
        stage.settle();
        assertEquals(version, conversation().version());
    }

    @Test
    void aWindowThatOpensTooLateIsSaidPrivately() {
        ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
        stage.settle();
        ana.click(slack.card(root.ts()), "sun");
        stage.settle();
        slack.api().refuse("views.open", dev.tunewise.slack.fake.WebApi.Refusal.error("expired_trigger_id"));
        ana.click(slack.card(root.ts()), "Another number…");
        stage.settle();
        assertEquals(0, slack.workspace().views().size());
        assertTrue(slack.workspace().whispers().getLast().text().contains("did not open in time"));
    }

    @Test
    void aThreadUnderAMessageThatIsNoConsultationIsLeftAlone() {
        Message other = slack.workspace().post(GENERAL, "", "U1", "other", new com.google.gson.JsonArray());
        ana.say(GENERAL, other.ts(), "30 metres");
        stage.settle();
        assertEquals(1, stage.stores().conversations().list("slack", "T1", 9).size());
        assertTrue(slack.workspace().thread(other.ts()).stream()
                .noneMatch(m -> m.user().equals(FakeSlack.BOT)));
    }

    @Test
    void aDirectMessageOpensAndGoesOnInItsThread() {
        Message problem = ana.say(ana.direct(), "", "a hedge along the road?");
        stage.settle();
        ana.choose(slack.card(problem.ts()), Map.of("noise", true), "Done");
        stage.settle();
        assertEquals(2, stage.stores().conversations().list("slack", "T1", 9).size());
        assertTrue(slack.workspace().thread(problem.ts()).stream()
                .anyMatch(m -> m.shown().contains("Against noise build a wall.")));
    }

    @Test
    void theShortcutReadsAMessageOrOpensUnderIt() {
        Message talk = slack.workspace()
                .post(GENERAL, "", "U1", "we need a hedge of 30 metres", new com.google.gson.JsonArray());
        ana.shortcut(talk);
        stage.settle();
        assertEquals(2, stage.stores().conversations().list("slack", "T1", 9).size());
        assertFalse(slack.workspace().thread(talk.ts()).isEmpty());
        ana.shortcut(talk);
        stage.settle();
        assertEquals(2, stage.stores().conversations().list("slack", "T1", 9).size());
    }

    @Test
    void theBoundedBenchLosesNothingWhenItIsFull() {
        Set<String> before = Set.copyOf(texts());
        for (int i = 0; i < 60; i++) {
            ana.say(GENERAL, root.ts(), (i + 1) + " metres");
        }
        stage.settle();
        stage.time().pass(Duration.ofMinutes(2));
        while (stage.worker().sweep() > 0) {
            stage.settle();
        }
        assertEquals(0, stage.stores().inbox().waiting("slack"));
        assertEquals(
                60,
                conversation().entries().stream()
                        .filter(entry -> entry.input() instanceof UserInput.Said)
                        .count());
        assertTrue(texts().size() > before.size());
    }

    private List<String> texts() {
        return slack.workspace().messages().stream()
                .map(Workspace.Message::text)
                .toList();
    }

    private JsonObject messageEvent(Message message) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", message.user());
        event.addProperty("channel", message.channel());
        event.addProperty("channel_type", "channel");
        event.addProperty("text", message.text());
        event.addProperty("ts", message.ts());
        event.addProperty("event_ts", message.ts());
        if (!message.thread().isEmpty()) {
            event.addProperty("thread_ts", message.thread());
        }
        return event;
    }

    private Conversation conversation() {
        ConversationSummary digest =
                stage.stores().conversations().list("slack", "T1", 9).getLast();
        return stage.consultations().find(digest.id()).orElseThrow();
    }

    private String thread() {
        return slack.workspace().thread(root.ts()).stream()
                .map(Workspace.Message::shown)
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private Conversation in(String thread) {
        return stage.stores()
                .conversations()
                .digest(new Address("slack", "T1", GENERAL, thread, ""))
                .flatMap(found -> stage.consultations().find(found.id()))
                .orElseThrow();
    }
}
