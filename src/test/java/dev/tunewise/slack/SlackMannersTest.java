package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.PendingLink;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What concerns one person is told to that person; what is wrong in a window is said in the window; nobody sees an id. */
class SlackMannersTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private Member ana;

    @BeforeEach
    void come() {
        ana = slack.member("U1", "Ana");
    }

    @AfterEach
    void noFaults() {
        assertEquals(List.of(), slack.api().faults());
        stage.close();
    }

    private List<ConversationSummary> all() {
        return stage.stores().conversations().list("slack", "T1", 9);
    }

    private String posted() {
        return slack.workspace().messages().stream().map(Message::shown).reduce("", String::concat);
    }

    private String whispered() {
        return slack.workspace().whispers().stream()
                .map(whisper -> whisper.person() + whisper.text() + whisper.blocks())
                .reduce("", String::concat);
    }

    @Test
    void aStatusAndAFormAreForWhoeverAsked() {
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        Message root = slack.root(GENERAL);
        int messages = slack.workspace().messages().size();
        Member ben = slack.member("U2", "Ben");
        ben.slash(GENERAL, "status");
        stage.settle();
        assertTrue(whispered().contains("U2") && whispered().contains("Where we are"), whispered());
        ben.click(root, "One form for all");
        stage.settle();
        assertEquals(1, slack.workspace().views().size());
        assertEquals(messages, slack.workspace().messages().size(), "nobody else sees any of it");
        ben.say(GENERAL, root.ts(), "<@" + FakeSlack.BOT + "> status");
        stage.settle();
        assertTrue(slack.workspace().messages().size() > messages + 1, "asked aloud it is answered aloud");
    }

    @Test
    void whatIsWrongInAWindowIsSaidInTheWindow() {
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        ana.click(slack.root(GENERAL), "One form for all");
        stage.settle();
        long version =
                stage.consultations().find(all().getFirst().id()).orElseThrow().version();
        int messages = slack.workspace().messages().size();
        assertEquals(200, ana.submit(Map.of("How much may it cost? (USD)", "-5")));
        JsonObject answer =
                JsonParser.parseString(((HttpLine) slack.line()).answered()).getAsJsonObject();
        assertEquals("errors", answer.get("response_action").getAsString());
        JsonObject errors = answer.getAsJsonObject("errors");
        assertEquals(1, errors.size(), errors.toString());
        String sentence = errors.entrySet().iterator().next().getValue().getAsString();
        assertTrue(sentence.contains("-5") && sentence.contains("it lies between $0"), sentence);
        stage.settle();
        assertEquals(
                version,
                stage.consultations().find(all().getFirst().id()).orElseThrow().version());
        assertEquals(messages, slack.workspace().messages().size());
        ana.submit(Map.of("How much may it cost? (USD)", "5000"));
        assertEquals("", ((HttpLine) slack.line()).answered(), "an empty answer closes the window");
        stage.settle();
        assertTrue(stage.consultations()
                .see(all().getFirst().id())
                .orElseThrow()
                .state()
                .answers()
                .toString()
                .contains("5000"));
    }

    @Test
    void inADirectMessagePeopleMayAnswerBelowTheThread() {
        ana.say(ana.direct(), "", "A hedge?");
        stage.settle();
        ana.say(ana.direct(), "", "it is 30 metres long");
        stage.settle();
        assertEquals(1, all().size());
        assertTrue(stage.consultations()
                .see(all().getFirst().id())
                .orElseThrow()
                .state()
                .answers()
                .toString()
                .contains("value=30"));
        ana.say(ana.direct(), "", "status");
        stage.settle();
        assertEquals(1, all().size());
        assertTrue(posted().contains("Where we are"), posted());
        slack.workspace().later(Duration.ofDays(1).toSeconds());
        ana.say(ana.direct(), "", "Another garden: a hedge?");
        stage.settle();
        assertEquals(2, all().size(), "the day after it is about something new");
    }

    @Test
    void peopleThatAreMentionedHaveNamesAndNobodySeesAnId() {
        slack.member("U2BEN", "Ben");
        ana.say(GENERAL, "", "<@" + FakeSlack.BOT + "> would <@U2BEN> or <@U9NOBODY> want a hedge in <#C0SECRET>?");
        stage.settle();
        assertEquals(
                "would @Ben or @Somebody want a hedge in #channel?",
                all().getFirst().title());
        assertFalse(posted().replaceAll("<@[UW][^>]*>", "").contains("U2BEN"));
    }

    @Test
    void privateAnswersGoToSlackAlone() {
        ResponseUrls urls = new ResponseUrls(new SlackApi(stage.out().sdk()), "");
        var message = dev.tunewise.slack.render.PostRenderer.render("", dev.tunewise.slack.kit.SamplePosts.summary());
        for (String url : List.of(
                slack.api().responseUrl(GENERAL, "U1"),
                "http://hooks.slack.com/commands/1",
                "https://hooks.slack.com.example.org/1",
                "https://hooks.slack.com@example.org/1",
                "https://example.org/hooks.slack.com",
                "file:///etc/passwd",
                "https://hooks.slack.com:8443/1",
                "nonsense")) {
            urls.keep(GENERAL, "U1", url);
            assertFalse(urls.answer(GENERAL, "U1", message), url);
        }
    }

    @Test
    void aSummaryThatWasKeptBeforeItsThreadWasKnownLinksToIt() {
        slack.channel("C0DECISIONS", "decisions", true);
        stage.slash(slack.member("U1", "Ana"), GENERAL, "summary-channel <#C0DECISIONS|decisions>");
        Address nowhere = new Address("slack", "T1", GENERAL, "", "");
        Instant now = stage.time().instant();
        stage.stores()
                .conversations()
                .create(
                        new Conversation("c9", "hedge", nowhere, now, 0, List.of()),
                        new ConversationSummary(
                                "c9",
                                "hedge",
                                nowhere,
                                "A",
                                ConversationSummary.State.CONCLUDED,
                                "",
                                "",
                                "",
                                now,
                                now,
                                OpenDecision.LOGGED),
                        new Entry("k", new Author("U1", "Ana"), now, "", new UserInput.Opened("A"), List.of()),
                        List.of(
                                new Post("root", new Post.Root(), List.of(new Block.Heading("A")), "A"),
                                new Post(
                                        "summary:C0DECISIONS",
                                        new Post.Elsewhere("C0DECISIONS"),
                                        List.of(new Block.Heading("Decided"), PendingLink.to("Open the thread")),
                                        "Decided")));
        stage.settle();
        String summary = slack.workspace().messages().stream()
                .filter(message -> message.channel().equals("C0DECISIONS")
                        && message.text().equals("Decided"))
                .map(Message::shown)
                .findFirst()
                .orElseThrow();
        String link = "archives/" + GENERAL + "/p" + slack.root(GENERAL).ts().replace(".", "");
        assertTrue(summary.contains(link) && !summary.contains("tunewise:thread"), summary);
    }
}
