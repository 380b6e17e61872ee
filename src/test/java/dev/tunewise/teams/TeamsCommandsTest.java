package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.teams.deliver.SignedFileUrls;
import dev.tunewise.teams.fake.CardRules;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Line;
import dev.tunewise.teams.fake.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, slash commands, the action on messages, welcomes, summaries, and activities of kinds that nobody announced. */
class TeamsCommandsTest {
    private static final String PERSONAL = "a:personal-ana";

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");

    @AfterEach
    void close() {
        stage.close();
    }

    private String shown(String conversation) {
        return teams.in(conversation).stream().map(Message::shown).reduce("", (a, b) -> a + "\n" + b);
    }

    private String concluded() {
        return stage.conclude(ana, "A hedge?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "help summary",
                "summary",
                "digest daily",
                "list",
                "status",
                "settings",
                "stop",
                "resume",
                "what-if",
                "export"
            })
    void everyCommandIsAnsweredWhereItWasGiven(String command) {
        String thread = ana.post(FakeTeams.CHANNEL, command);
        stage.settle();
        assertEquals(1, teams.in(thread).size(), shown(thread));
        assertEquals(0, stage.digests().size());
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void stopAndResumeInTheThread() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        ana.click(teams.in(thread).getFirst(), "Stop");
        stage.settle();
        assertEquals(ConversationSummary.State.STOPPED, stage.digest().state());
        ana.post(FakeTeams.CHANNEL, "resume");
        stage.settle();
        assertEquals(ConversationSummary.State.OPEN, stage.digest().state());
    }

    @Test
    void aCommandInAnotherThreadSaysWhereTheAnswerIs() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        String other = ana.post(FakeTeams.CHANNEL, "status");
        stage.settle();
        String root = thread.substring(thread.indexOf('=') + 1);
        assertTrue(shown(other).contains("parentMessageId=" + root), shown(other));
    }

    @Test
    void aSlashCommandOpensAPublicPostAndTellsItsAuthorAlone() {
        ana.slash(FakeTeams.CHANNEL, "A hedge along the road?");
        stage.settle();
        Message root = teams.messages().stream()
                .filter(message -> message.conversation().startsWith(FakeTeams.CHANNEL + ";messageid="))
                .findFirst()
                .orElseThrow();
        assertTrue(root.shown().contains("A hedge along the road?"));
        assertEquals(FakeTeams.CHANNEL + ";messageid=" + root.id(), root.conversation());
        assertTrue(teams.in(root.conversation()).size() > 1, "the question stands in its thread");
        List<Message> notes = teams.in(FakeTeams.CHANNEL);
        assertEquals(1, notes.size());
        assertEquals("29:ana", notes.getFirst().person());
        assertTrue(
                teams.calls().contains("POST /v3/conversations"), teams.calls().toString());
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void theActionOnAMessageAsksAboutItInItsThread() throws Exception {
        String thread = FakeTeams.CHANNEL + ";messageid=77";
        ObjectNode value = (ObjectNode)
                new ObjectMapper()
                        .readTree(
                                "{\"commandId\":\"ask\",\"messagePayload\":{\"id\":\"77\",\"body\":{\"contentType\":\"html\",\"content\":\"<p>Our <b>hedge</b> is thin</p>\"}}}");
        JsonNode dialog =
                ana.invoke(thread, "composeExtension/fetchTask", value).body();
        JsonNode card = dialog.path("task").path("value").path("card").path("content");
        assertEquals(
                "Our hedge is thin",
                Member.inputs(card).getFirst().path("value").asText());
        value.set("data", Member.data(card, "Ask", Map.of()));
        ana.invoke(thread, "composeExtension/submitAction", value);
        stage.settle();
        assertEquals("Our hedge is thin", stage.digest().title());
        assertTrue(shown(thread).contains("Our hedge is thin"));
    }

    @Test
    void aMessagePointedAtStaysItsWriters() throws Exception {
        String thread = FakeTeams.CHANNEL + ";messageid=78";
        ObjectNode value = (ObjectNode) new ObjectMapper().readTree("""
                {"commandId": "ask", "messagePayload": {"id": "78", "from": {"user": {"id": "bob", "displayName": "Bob"}},
                 "body": {"contentType": "text", "content": "Our hedge is thin"}}}""");
        JsonNode dialog =
                ana.invoke(thread, "composeExtension/fetchTask", value).body();
        value.set(
                "data",
                Member.data(dialog.path("task").path("value").path("card").path("content"), "Ask", Map.of()));
        ana.invoke(thread, "composeExtension/submitAction", value);
        stage.settle();
        assertEquals(
                "Bob",
                stage.stores()
                        .conversations()
                        .find(stage.digest().id())
                        .orElseThrow()
                        .entries()
                        .getFirst()
                        .author()
                        .name());
    }

    @Test
    void aSummaryGoesToTheChosenChannelAsANewPost() {
        ana.post(FakeTeams.CHANNEL, "summary-channel #decisions");
        stage.settle();
        concluded();
        List<Message> posts = teams.messages().stream()
                .filter(message -> message.conversation().startsWith(FakeTeams.DECISIONS))
                .toList();
        assertEquals(2, posts.size(), teams.calls().toString());
        assertTrue(posts.getFirst().shown().contains("Ana chose that summaries"), "told where they will come");
        assertTrue(posts.getLast().shown().contains("No. Against noise build a wall."));
        assertTrue(posts.getLast().shown().contains("https://teams.microsoft.com/l/message/"));
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void settingsNameTheChannelAndUnknownChannelsAreRefused() {
        String chosen = ana.post(FakeTeams.CHANNEL, "summary-channel Decisions");
        stage.settle();
        String unknown = ana.post(FakeTeams.CHANNEL, "summary-channel 19:foreign@thread.tacv2");
        stage.settle();
        String settings = ana.post(FakeTeams.CHANNEL, "settings");
        stage.settle();
        assertTrue(shown(chosen).contains("Decisions"), shown(chosen));
        assertTrue(shown(unknown).contains("do not know that channel"), shown(unknown));
        assertTrue(shown(settings).contains("Decisions"), shown(settings));
    }

    @Test
    void exportsLinkToFilesThatNobodyCanGuess() {
        String thread = concluded();
        Message answer = teams.in(thread).stream()
                .filter(message -> Member.actions(message.card()).stream()
                        .anyMatch(action -> action.path("title").asText().equals("Export")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shown(thread)));
        ana.click(answer, "Export");
        stage.settle();
        assertTrue(shown(thread).contains("https://bot.example.com/teams/files/file/c1/md/"), shown(thread));
        SignedFileUrls pages =
                new SignedFileUrls("https://bot.example.com", () -> new byte[] {1}, java.util.Optional::empty);
        String url = pages.file("c1", "md", "consultation.md").orElseThrow();
        String signature = url.split("/")[8];
        assertTrue(pages.isOurs("file", "c1", "md", signature));
        assertTrue(!pages.isOurs("file", "c2", "md", signature));
        assertTrue(!new SignedFileUrls("https://bot.example.com", () -> new byte[] {2}, java.util.Optional::empty)
                .isOurs("file", "c1", "md", signature));
    }

    @Test
    void aTeamOfMoreThanAHundredPeopleIsNotGreeted() {
        teams.members(101);
        ana.install(FakeTeams.CHANNEL);
        stage.settle();
        assertEquals(List.of(), teams.messages());
        assertEquals(
                3,
                teams.calls().stream()
                        .filter(call -> call.contains("pagedmembers"))
                        .count(),
                () -> "asks once, page by page: " + teams.calls());
    }

    @Test
    void aTeamOfAHundredPeopleIsGreeted() {
        teams.members(100);
        ana.install(FakeTeams.CHANNEL);
        stage.settle();
        assertEquals(1, teams.messages().size());
        assertTrue(teams.messages().getFirst().shown().contains("Hello, this is Tunewise"));
    }

    @Test
    void aFoldedPartOpensInADialog() {
        String thread = concluded();
        String consultation = stage.digest().id();
        JsonNode opened =
                ana.invoke(thread, "task/fetch", fold(consultation, 0)).body().path("task");
        assertEquals("continue", opened.path("type").asText(), opened::toString);
        JsonNode card = opened.path("value").path("card").path("content");
        assertEquals(List.of(), CardRules.faults(card));

        JsonNode none =
                ana.invoke(thread, "task/fetch", fold(consultation, 99)).body().path("task");
        assertEquals("message", none.path("type").asText(), none::toString);
        JsonNode elsewhere =
                ana.invoke(PERSONAL, "task/fetch", fold(consultation, 0)).body().path("task");
        assertEquals("message", elsewhere.path("type").asText(), elsewhere::toString);
    }

    private static JsonNode fold(String consultation, int number) {
        ObjectNode value = new ObjectMapper().createObjectNode();
        value.putObject("data")
                .put("consultation", consultation)
                .put("post", "answer")
                .put("do", "fold")
                .put("fold", number);
        return value;
    }

    @Test
    void welcomesOnceAlthoughTeamsTellsTwice() {
        ana.install(PERSONAL);
        ana.install(PERSONAL);
        stage.settle();
        assertEquals(1, teams.in(PERSONAL).size());
    }

    @Test
    void aRepeatedDeliveryIsAnsweredOnce() {
        ObjectNode activity = ana.activity("message", PERSONAL).put("text", "help");
        ana.send(activity);
        ana.send(activity);
        stage.settle();
        assertEquals(1, teams.in(PERSONAL).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"messageReaction\",\"reactionsAdded\":[{\"type\":\"like\"}]}",
                "{\"type\":\"event\",\"name\":\"application/vnd.microsoft.readReceipt\",\"value\":7}",
                "{\"type\":\"message\",\"text\":null,\"entities\":[{\"type\":\"QuotedReply\",\"x\":[[]]},7,null]}",
                "{\"type\":\"message\",\"text\":{\"not\":\"text\"},\"value\":[1,2]}",
                "{\"type\":\"conversationUpdate\",\"membersAdded\":\"nobody\"}",
                "{\"type\":\"invoke\",\"name\":\"something/new\",\"value\":{}}",
                "{\"type\":\"invoke\",\"name\":\"adaptiveCard/action\",\"value\":{\"action\":7}}",
                "{\"type\":\"invoke\",\"name\":\"task/submit\"}",
                "{\"type\":\"invoke\",\"name\":\"task/fetch\",\"value\":{\"data\":{\"consultation\":\"c1\",\"do\":\"fold\",\"fold\":[]}}}",
                "{\"type\":\"invoke\",\"name\":\"fileConsent/invoke\",\"value\":{\"context\":7,\"action\":\"accept\"}}",
                "{\"type\":\"invoke\",\"name\":\"composeExtension/fetchTask\",\"value\":null}",
                "{\"type\":\"fromTheFuture\",\"channelData\":{\"news\":[1,{\"a\":null}]}}",
                "{}"
            })
    void acceptsWhateverTeamsMayInvent(String json) throws Exception {
        ObjectNode activity = ana.activity("message", PERSONAL);
        activity.remove("text");
        activity.setAll((ObjectNode) new ObjectMapper().readTree(json));
        assertEquals(200, ana.send(activity).status());
        stage.settle();
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void refusesWhatDoesNotComeFromTeams() {
        Line line = stage.line();
        String genuine = ana.activity("message", PERSONAL).put("text", "help").toString();
        assertEquals(401, line.send(genuine, "Bearer rubbish").status());
        assertEquals(401, line.send(genuine, "").status());
        assertEquals(401, line.send("not json", teams.authorization()).status());
        ObjectNode foreign = ana.activity("message", PERSONAL).put("text", "help");
        ((ObjectNode) foreign.path("conversation")).put("tenantId", "another tenant");
        assertEquals(403, ana.send(foreign).status());
        ObjectNode webchat = ana.activity("message", PERSONAL).put("channelId", "webchat");
        assertEquals(401, ana.send(webchat).status());
        stage.settle();
        assertTrue(teams.messages().isEmpty());
    }
}
