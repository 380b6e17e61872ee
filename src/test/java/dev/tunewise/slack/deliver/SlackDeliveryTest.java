package dev.tunewise.slack.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.session.outbox.Delivery.Outcome;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.slack.Stage;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.WebApi.Refusal;
import dev.tunewise.slack.fake.Workspace.File;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.kit.SamplePosts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending: in place, with files, and through everything that Slack answers besides ok. */
class SlackDeliveryTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final SlackDelivery delivery = stage.out().delivery();
    private final Address room = new Address("slack", "T1", GENERAL, "", "");
    private long items;

    @AfterEach
    void close() {
        stage.close();
    }

    private Outbox.Item item(Address address, Post post, String replaces) {
        return new Outbox.Item(++items, "c1", 0, address, post, replaces, Outbox.Tries.NONE);
    }

    private static Post post(String key, Post.Place place, String words) {
        return new Post(key, place, List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    private Outcome.Sent sent(Outcome outcome) {
        return assertInstanceOf(Outcome.Sent.class, outcome, () -> String.valueOf(outcome));
    }

    private Outcome.Sent root() {
        return sent(delivery.deliver(item(room, post(Post.ROOT, new Post.Root(), "Open"), "")));
    }

    @Test
    void theRootCardNamesTheThreadAndIsEditedInPlace() {
        Outcome.Sent root = root();
        assertEquals(root.reference(), root.address().thread());
        Outcome.Sent edited = sent(delivery.deliver(item(
                root.address(), post(Post.ROOT, new Post.Root(), "Concluded <!channel> & more"), root.reference())));
        assertEquals(root.reference(), edited.reference());
        Message card = slack.root(GENERAL);
        assertEquals(1, card.edits());
        assertTrue(card.text().equals("Concluded &lt;!channel&gt; &amp; more"), card.text());
        assertEquals(1, slack.workspace().messages().size());
    }

    @Test
    void aMessageThatIsGoneIsPostedAnew() {
        Outcome.Sent root = root();
        Outcome.Sent reply = sent(delivery.deliver(item(root.address(), post("q", new Post.Thread(), "Question"), "")));
        slack.workspace().delete(GENERAL, reply.reference());
        Outcome.Sent again = sent(
                delivery.deliver(item(root.address(), post("q", new Post.Thread(), "Settled"), reply.reference())));
        assertFalse(again.reference().equals(reply.reference()));
        assertEquals(
                "Settled", slack.workspace().thread(root.reference()).getLast().text());
    }

    @Test
    void aBusyChannelWaitsForItselfAlone() {
        slack.channel("C0OTHER", "other", true);
        slack.api().refuse("chat.postMessage", GENERAL, Refusal.limited(17));
        Outcome.Later later = assertInstanceOf(
                Outcome.Later.class, delivery.deliver(item(room, post("a", new Post.Root(), "one"), "")));
        assertEquals(Duration.ofSeconds(17), later.pause());
        int calls = slack.api().calls().size();
        Outcome.Later still = assertInstanceOf(
                Outcome.Later.class, delivery.deliver(item(room, post("b", new Post.Root(), "two"), "")));
        assertEquals(calls, slack.api().calls().size(), "Slack is left alone meanwhile");
        assertTrue(still.pause().compareTo(Duration.ofSeconds(17)) <= 0);
        Address other = new Address("slack", "T1", "C0OTHER", "", "");
        sent(delivery.deliver(item(other, post("c", new Post.Root(), "three"), "")));
        stage.time().pass(Duration.ofSeconds(18));
        sent(delivery.deliver(item(room, post("a", new Post.Root(), "one"), "")));
    }

    @Test
    void aRefusedBlockIsSentAgainInAnOlderForm() {
        Outcome.Sent root = root();
        JsonObject body =
                dev.tunewise.slack.fake.Answers.invalidBlocks("unsupported type: table [json-pointer:/blocks/4/type]");
        slack.api().refuse("chat.postMessage", new Refusal(200, "", body));
        sent(delivery.deliver(item(root.address(), SamplePosts.verdict(), "")));
        Message answer = slack.workspace().thread(root.reference()).getFirst();
        assertFalse(answer.blocks().toString().contains("\"table\""));
        assertTrue(answer.blocks().toString().contains("rich_text_preformatted"));
        assertTrue(answer.shown().contains("$110,700"), answer.shown());
        assertTrue(answer.shown().contains("Post summary"));
    }

    @Test
    void blocksThatSlackRefusesWithoutSayingWhichLeaveTheWords() {
        JsonObject body = dev.tunewise.slack.fake.Answers.invalidBlocks();
        slack.api().refuse("chat.postMessage", new Refusal(200, "", body));
        root();
        Message card = slack.root(GENERAL);
        assertEquals("Open", card.text());
        assertEquals(new JsonArray(), card.blocks());
    }

    @Test
    void whereWeAreNoMemberNothingIsTriedForever() {
        slack.channel("C0CLOSED", "closed", false);
        Address closed = new Address("slack", "T1", "C0CLOSED", "", "");
        Outcome.Refused refused = assertInstanceOf(
                Outcome.Refused.class, delivery.deliver(item(closed, post("a", new Post.Root(), "x"), "")));
        assertTrue(refused.reason().contains("not_in_channel"), refused.reason());
        Outcome.Refused orphan = assertInstanceOf(
                Outcome.Refused.class, delivery.deliver(item(closed, post("b", new Post.Thread(), "x"), "")));
        assertTrue(orphan.reason().contains("thread"), orphan.reason());
        assertEquals(0, slack.workspace().messages().size());
    }

    @Test
    void aCardWhoseAnswerWasLostIsFoundAndNotPostedAgain() {
        slack.api().lose("chat.postMessage");
        Outbox.Item first = item(room, post(Post.ROOT, new Post.Root(), "Open"), "");
        Outcome.Later later = assertInstanceOf(Outcome.Later.class, delivery.deliver(first));
        assertTrue(later.uncertain());
        Outbox.Item again = new Outbox.Item(
                first.id(), "c1", 0, room, first.post(), "", new Outbox.Tries(1, true, Duration.ofSeconds(1), false));
        Outcome.Sent sent = sent(delivery.deliver(again));
        assertEquals(1, slack.workspace().messages().size());
        assertEquals(slack.root(GENERAL).ts(), sent.address().thread());
        Outbox.Item other = item(sent.address(), post("q", new Post.Thread(), "Question"), "");
        slack.api().lose("chat.postMessage");
        delivery.deliver(other);
        sent(delivery.deliver(new Outbox.Item(
                other.id(),
                "c1",
                0,
                sent.address(),
                other.post(),
                "",
                new Outbox.Tries(1, true, Duration.ZERO, false))));
        assertEquals(2, slack.workspace().messages().size());
    }

    @Test
    void aReplyWhoseAnswerWasLostIsFoundAtTheEndOfALongThread() {
        Outcome.Sent root = root();
        String thread = root.address().thread();
        for (int i = 0; i < 450; i++) {
            slack.workspace().post(GENERAL, thread, "U1", "talk " + i, new JsonArray());
        }
        Outbox.Item reply = item(root.address(), post("q", new Post.Thread(), "Question"), "");
        slack.api().lose("chat.postMessage");
        delivery.deliver(reply);
        sent(delivery.deliver(new Outbox.Item(
                reply.id(),
                "c1",
                0,
                root.address(),
                reply.post(),
                "",
                new Outbox.Tries(1, true, Duration.ZERO, false))));
        assertEquals(452, slack.workspace().messages().size());
    }

    @Test
    void aLookThatIsRefusedForNowIsTriedAgainBeforeAnythingIsPosted() {
        slack.api().lose("chat.postMessage");
        Post card = post(Post.ROOT, new Post.Root(), "Open");
        Outbox.Item first = item(room, card, "");
        delivery.deliver(first);
        Outbox.Tries tried = new Outbox.Tries(1, true, Duration.ofSeconds(1), false);
        Outbox.Item again = new Outbox.Item(first.id(), "c1", 0, room, card, "", tried);
        slack.api().refuse("conversations.history", Refusal.error("invalid_auth"));
        assertInstanceOf(Outcome.Later.class, delivery.deliver(again));
        sent(delivery.deliver(again));
        assertEquals(1, slack.workspace().messages().size());
        slack.api().refuse("conversations.history", Refusal.error("missing_scope"));
        sent(delivery.deliver(new Outbox.Item(++items, "c1", 0, room, card, "", tried)));
        assertEquals(2, slack.workspace().messages().size());
    }

    @Test
    void whatAnAdminOrAProxyCanMendIsTriedLater() {
        for (String error : List.of("invalid_auth", "account_inactive", "missing_scope", "token_revoked")) {
            slack.api().refuse("chat.postMessage", Refusal.error(error));
            assertInstanceOf(Outcome.Later.class, delivery.deliver(item(room, post("a", new Post.Root(), "x"), "")));
        }
        for (int status : new int[] {403, 404, 407}) {
            slack.api().refuse("chat.postMessage", new Refusal(status, "", new JsonObject()));
            assertInstanceOf(Outcome.Later.class, delivery.deliver(item(room, post("a", new Post.Root(), "x"), "")));
        }
        sent(delivery.deliver(item(room, post("a", new Post.Root(), "x"), "")));
    }

    @Test
    void whoAskedIsToldWhatSlackDidNotTake() {
        delivery.undelivered(item(room, post(Post.ROOT, new Post.Root(), "Open"), ""), "U1");
        assertTrue(
                slack.workspace().whispers().getLast().text().contains("did not take my answer"),
                slack.workspace().whispers()::toString);
    }

    @Test
    void aServerThatFailsOrIsGoneIsTriedLater() {
        slack.api().refuse("chat.postMessage", new Refusal(503, "", new JsonObject()));
        assertInstanceOf(Outcome.Later.class, delivery.deliver(item(room, post("a", new Post.Root(), "x"), "")));
        slack.api().refuse("chat.postMessage", Refusal.error("internal_error"));
        assertInstanceOf(Outcome.Later.class, delivery.deliver(item(room, post("a", new Post.Root(), "x"), "")));
    }

    @Test
    void aPictureIsUploadedOnceWithItsWordsAndAgainWhenItChanged() {
        Outcome.Sent root = root();
        Outcome.Sent answer = sent(delivery.deliver(item(root.address(), SamplePosts.verdict(), "")));
        File picture = slack.workspace().files().getFirst();
        assertEquals("break-even.png", picture.name());
        assertEquals("Total cost over calls a day", picture.title());
        assertEquals("Hosted tuning is cheaper from 8,200 calls a day.", picture.alternative());
        assertEquals(root.reference(), picture.thread());
        assertEquals(Stage.PNG.length, picture.content().length);

        Outcome.Sent same = sent(delivery.deliver(item(root.address(), SamplePosts.verdict(), answer.reference())));
        assertEquals(1, slack.workspace().files().size());

        stage.picture("other".getBytes(StandardCharsets.UTF_8));
        sent(delivery.deliver(item(root.address(), SamplePosts.verdict(), same.reference())));
        assertEquals(1, slack.workspace().files().size(), "the old picture goes");
        assertFalse(slack.workspace().files().getFirst().id().equals(picture.id()));
    }

    @Test
    void aFileThatHasToWaitDoesNotPostTheMessageTwice() {
        Outcome.Sent root = root();
        slack.api().refuse("files.getUploadURLExternal", Refusal.limited(5));
        Outbox.Item item = item(root.address(), SamplePosts.verdict(), "");
        Outcome.Partly words = assertInstanceOf(Outcome.Partly.class, delivery.deliver(item));
        sent(delivery.deliver(item(root.address(), post("q", new Post.Thread(), "x"), "")));
        assertEquals(2, slack.workspace().thread(root.reference()).size(), "the room is not paused for words");
        sent(delivery.deliver(new Outbox.Item(
                item.id(),
                "c1",
                0,
                root.address(),
                item.post(),
                words.sent().reference(),
                new Outbox.Tries(1, true, Duration.ofSeconds(6), true))));
        assertEquals(2, slack.workspace().thread(root.reference()).size());
        assertEquals(1, slack.workspace().files().size());
    }

    @Test
    void anExportIsAFileInTheThreadWhateverItsCharacters() {
        Outcome.Sent root = root();
        Post export = new Post(
                "export",
                new Post.Thread(),
                List.of(
                        new Block.Paragraph(Text.plain("The record.")),
                        new Block.File("consultation.md", "text/markdown", "md")),
                "The record.");
        sent(delivery.deliver(item(root.address(), export, "")));
        assertEquals(
                "# Record ä → md",
                new String(slack.workspace().files().getFirst().content(), StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatSlackRefusesIsMissedAloudAndAPictureIsNot() {
        Outcome.Sent root = root();
        Post export = new Post(
                "export",
                new Post.Thread(),
                List.of(new Block.File("consultation.md", "text/markdown", "md")),
                "Here.");
        slack.api().refuse("files.getUploadURLExternal", Refusal.error("missing_scope"));
        sent(delivery.deliver(item(root.address(), export, "")));
        Message note = slack.workspace().messages().getLast();
        assertEquals(root.address().thread(), note.thread());
        assertTrue(note.shown().contains("Slack did not take consultation.md (missing_scope)."), note.shown());

        int before = slack.workspace().messages().size();
        slack.api().refuse("files.getUploadURLExternal", Refusal.error("missing_scope"));
        Post chart = new Post(
                "chart",
                new Post.Thread(),
                List.of(new Block.Picture("cost", "Cost", "Cost over a year.", null)),
                "Cost.");
        sent(delivery.deliver(item(root.address(), chart, "")));
        assertEquals(before + 1, slack.workspace().messages().size(), "the message says it in words");
    }

    @Test
    void whatDoesNotFitIsShortenedAndComesAsAFile() {
        Outcome.Sent root = root();
        Post long1 = new Post(
                "long",
                new Post.Thread(),
                List.of(new Block.Heading("Long"), new Block.Paragraph(Text.plain("word ".repeat(5_000)))),
                "long");
        sent(delivery.deliver(item(root.address(), long1, "")));
        assertTrue(slack.workspace()
                .thread(root.reference())
                .getFirst()
                .shown()
                .contains("the file below has everything"));
        assertEquals("consultation.md", slack.workspace().files().getFirst().name());
        assertEquals(List.of(), slack.api().faults());
    }

    @Test
    void aPrivatePostIsSeenByOnePerson() {
        Outcome.Sent root = root();
        sent(delivery.deliver(item(root.address(), post("p", new Post.Private("U1"), "for you"), "")));
        assertEquals("U1", slack.workspace().whispers().getFirst().person());
        assertEquals(1, slack.workspace().messages().size());
    }

    @Test
    void aSummaryGoesToItsChannelAndIsEditedThere() {
        Member ana = slack.member("U1", "Ana");
        slack.channel("C0DECIDE", "decisions", true);
        ana.slash(GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.settle();
        assertTrue(slack.root(GENERAL).shown().contains("#decisions"));
        assertTrue(slack.root("C0DECIDE").shown().contains("#decisions"), "told where summaries will come");
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        Message card = slack.card(slack.root(GENERAL).ts());
        ana.choose(card, java.util.Map.of("noise", true), "Done");
        stage.settle();
        Message summary = slack.root("C0DECIDE");
        assertTrue(summary.shown().contains("Against noise build a wall."), summary.shown());
        assertTrue(
                summary.shown()
                        .contains("https://acme.slack.com/archives/" + GENERAL + "/p"
                                + slack.root(GENERAL).ts().replace(".", "")),
                summary.shown());
        assertEquals(List.of(), slack.api().faults());
    }
}
