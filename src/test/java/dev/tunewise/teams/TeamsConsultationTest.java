package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Line;
import dev.tunewise.teams.fake.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole consultations, in a channel, a group chat and a personal chat. */
class TeamsConsultationTest {
    private static final String GROUP = "19:group@thread.v2";
    private static final String PERSONAL = "a:personal-ana";

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member ben = stage.member("29:ben", "Bén 日本");
    private final Member chen = stage.member("29:chen", "Chen");

    @AfterEach
    void close() {
        stage.close();
    }

    private Message open(String conversation) {
        return teams.in(conversation).stream()
                .filter(message -> !Member.inputs(message.card()).isEmpty()
                        || Member.actions(message.card()).stream()
                                .anyMatch(action ->
                                        action.path("data").path("do").asText().equals("answer")))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no open question in " + teams.in(conversation)));
    }

    /** Chats have none. */
    private void speaksOfNoThread(String chat) {
        assertEquals(
                List.of(),
                teams.in(chat).stream()
                        .map(FakeTeams.Message::shown)
                        .filter(shown -> shown.contains("thread"))
                        .toList());
    }

    private void finish(String where) {
        ana.click(open(where), "Answer", Map.of("What is the hedge for?", "Privacy|a home for birds"));
        stage.settle();
        ben.click(open(where), "Answer", Map.of("How much sun does the place get?", "sun"));
        stage.settle();
        chen.click(open(where), "Answer", Map.of("How long is the border? (metres)", "30"));
        stage.settle();
        ben.click(open(where), "Answer", Map.of("How high shall it get? (metres)", "2.5"));
        stage.settle();
        ana.click(open(where), "Answer", Map.of("Which plant do you think of?", "Yew"));
        stage.settle();
        ben.click(open(where), "Answer", Map.of("How much may it cost? (USD)", "5000"));
        stage.settle();
        chen.click(
                open(where),
                "Answer",
                Map.of(
                        "Will somebody water it in the first summer?", "Yes",
                        "Will somebody trim it each year?", "Yes",
                        "Have the neighbours agreed?", "No"));
        stage.settle();
    }

    @Test
    void threePeopleReachAVerdictInAChannel() {
        String thread = ana.post(FakeTeams.CHANNEL, "Our garden is loud &amp; bright, a hedge?");
        stage.settle();
        Message root = teams.in(thread).getFirst();
        assertTrue(root.shown().contains("Our garden is loud"), root.shown());
        finish(thread);
        assertEquals("Yes. Plant it this autumn.", stage.digest().headline());
        Message concluded = teams.message(root.id());
        assertTrue(concluded.shown().contains("Yes. Plant it this autumn."), concluded.shown());
        assertTrue(concluded.shown().contains("Ana, Bén 日本, Chen"), concluded.shown());
        assertTrue(concluded.edits() > 3, "the root card was edited in place");
        assertTrue(
                teams.messages().stream()
                        .allMatch(message -> message.conversation().equals(thread)),
                "everything stands in the thread");
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void severalPeopleReachAVerdictInAGroupChat() {
        ana.mention(GROUP, "A hedge?");
        stage.settle();
        finish(GROUP);
        assertEquals(ConversationSummary.State.CONCLUDED, stage.digest().state());
        assertTrue(teams.in(GROUP).getFirst().shown().contains("Yes. Plant it this autumn."));
        speaksOfNoThread(GROUP);
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void twoWhoDifferInAGroupChatAreToldSoInNoThread() {
        ana.mention(GROUP, "A hedge?");
        stage.settle();
        ana.mention(GROUP, "it is 30 metres long");
        stage.settle();
        ben.mention(GROUP, "it is 50 metres long");
        stage.settle();
        assertTrue(
                teams.in(GROUP).getFirst().shown().contains("Two answers differ"),
                teams.in(GROUP).getFirst().shown());
        speaksOfNoThread(GROUP);
    }

    @Test
    void onePersonReachesAVerdictInAPersonalChatByTyping() {
        ana.say(PERSONAL, "A hedge along the road?");
        stage.settle();
        ana.say(PERSONAL, "it is 30 metres long");
        stage.settle();
        assertEquals(1, stage.digests().size(), "the second message belongs to the first consultation");
        assertTrue(
                teams.in(PERSONAL).stream().anyMatch(message -> message.shown().contains("30 metres")));
        speaksOfNoThread(PERSONAL);
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void theClickerSeesTheNewCardAtOnceAndTheOthersSeeTheEdit() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        Message question = open(thread);
        JsonNode reply = ana.click(question, "Answer", Map.of("What is the hedge for?", "Privacy"));
        assertEquals(200, reply.path("statusCode").asInt());
        assertEquals(
                "application/vnd.microsoft.card.adaptive", reply.path("type").asText());
        assertTrue(Member.inputs(reply.path("value")).isEmpty(), "answered: " + reply);
        stage.settle();
        assertEquals(reply.path("value"), teams.message(question.id()).card());
    }

    @Test
    void anOldClientAnswersByMessage() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        ben.submit(open(thread), "Answer", Map.of("What is the hedge for?", "Privacy"));
        stage.settle();
        assertTrue(teams.in(thread).stream().anyMatch(message -> message.shown().contains("Bén 日本")));
    }

    @Test
    void theFormIsADialog() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        JsonNode dialog = ana.open(teams.in(thread).getFirst(), "One form for all");
        assertEquals("continue", dialog.path("task").path("type").asText(), dialog.toString());
        ana.send(
                thread,
                dialog,
                Map.of("How long is the border? (metres)", "30", "Will somebody trim it each year?", "Yes"));
        stage.settle();
        assertTrue(
                teams.in(thread).getFirst().shown().contains("2 answered"),
                teams.in(thread).getFirst().shown());
    }

    @Test
    void aNumberOutOfRangeIsToldInTheDialog() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        JsonNode dialog = ana.open(teams.in(thread).getFirst(), "One form for all");
        long before = stage.turns().find("c1").orElseThrow().version();
        JsonNode again = ana.send(
                thread,
                dialog,
                Map.of("How long is the border? (metres)", "-3", "Will somebody trim it each year?", "Yes"));
        assertEquals("continue", again.path("task").path("type").asText(), again.toString());
        assertTrue(again.toString().contains("\"attention\""), again.toString());
        assertTrue(again.toString().contains("-3"), "what was typed stays in its field");
        assertEquals(before, stage.turns().find("c1").orElseThrow().version(), "nothing was taken");
        ana.send(thread, again, Map.of("How long is the border? (metres)", "30"));
        stage.settle();
        assertTrue(teams.in(thread).getFirst().shown().contains("2 answered"));
    }

    @Test
    void aCardOfAnotherPlaceOrTenantDoesNothing() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        String other = ana.post(FakeTeams.CHANNEL, "A second hedge?");
        stage.settle();
        Message question = open(thread);
        JsonNode data = Member.data(question.card(), "Answer", Map.of("What is the hedge for?", "Privacy"));
        long before = stage.turns().find("c1").orElseThrow().version();
        Message elsewhere = new Message(other, question.id(), question.activity(), "", 0);
        Line.Answer answer = ben.execute(elsewhere, data);
        assertEquals(403, answer.body().path("statusCode").asInt());
        assertEquals(
                403,
                ben.execute(new Message(GROUP, "1", question.activity(), "", 0), data)
                        .body()
                        .path("statusCode")
                        .asInt());
        assertEquals(before, stage.turns().find("c1").orElseThrow().version());
    }

    @Test
    void theSameClickTwiceIsOneTurn() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        Message question = open(thread);
        var activity = ana.activity("invoke", thread);
        activity.put("name", "adaptiveCard/action").put("replyToId", question.id());
        activity.putObject("value")
                .putObject("action")
                .set("data", Member.data(question.card(), "Answer", Map.of("What is the hedge for?", "Privacy")));
        ana.send(activity);
        long version = stage.turns().find("c1").orElseThrow().version();
        assertEquals(200, ana.send(activity).body().path("statusCode").asInt());
        assertEquals(version, stage.turns().find("c1").orElseThrow().version());
    }

    @Test
    void anEditReplacesWhatItsMessageGaveAndNothingLater() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        String first = ben.say(thread, "it is 30 metres long");
        stage.settle();
        ben.edit(thread, first, "it is 40 metres long");
        stage.settle();
        assertTrue(teams.in(thread).stream().anyMatch(message -> message.shown().contains("40 metres")));
        ben.say(thread, "correction: it is 50 metres long");
        stage.settle();
        ben.edit(thread, first, "it is really 40 metres long");
        stage.settle();
        String given = stage.turns()
                .see(stage.digests().getFirst().id())
                .orElseThrow()
                .state()
                .answers()
                .toString();
        assertTrue(given.contains("value=50"), given);
    }

    @Test
    void inADecidedThreadCorrectionsCountWithoutAMentionAndTalkDoesNot() {
        String thread = stage.conclude(ana, "A hedge?");
        String hint = "begin with";
        assertTrue(teams.in(thread).getFirst().shown().contains(hint), "nothing without a mention was heard yet");
        int before = teams.in(thread).size();
        ben.say(thread, "good, see you at lunch");
        stage.settle();
        assertEquals(before, teams.in(thread).size());
        ben.say(thread, "correction: it is about privacy, not noise");
        stage.settle();
        String answers = stage.turns()
                .see(stage.digest().id())
                .orElseThrow()
                .state()
                .answers()
                .toString();
        assertTrue(answers.contains("privacy"), answers);
        String root = teams.in(thread).getFirst().shown();
        assertFalse(root.contains(hint), root);
    }

    @Test
    void overheardTalkIsReadInThreadsOfConsultationsOnlyAndOnlyWhenAllowed() {
        String thread = ana.post(FakeTeams.CHANNEL, "A hedge?");
        String elsewhere = FakeTeams.CHANNEL + ";messageid=42";
        stage.settle();
        ben.say(thread, "it is 30 metres long");
        ben.say(elsewhere, "ours is 20 metres long");
        ben.say(GROUP, "ours is 20 metres long");
        stage.settle();
        assertTrue(teams.in(thread).stream().anyMatch(message -> message.shown().contains("30 metres")));
        assertEquals(1, stage.digests().size());
        assertTrue(teams.in(elsewhere).isEmpty());
        try (Stage deaf = new Stage(false)) {
            Member dan = deaf.member("29:dan", "Dan");
            String quiet = dan.post(FakeTeams.CHANNEL, "A hedge?");
            deaf.settle();
            dan.say(quiet, "it is 30 metres long");
            deaf.settle();
            assertFalse(deaf.teams().in(quiet).stream()
                    .anyMatch(message -> message.shown().contains("30 metres")));
            assertTrue(deaf.teams().in(quiet).stream()
                    .anyMatch(message -> message.shown().contains("begin with")));
        }
    }

    @Test
    void whatIsWrittenUnderACardWaitsUntilItsThreadIsKnown() {
        ana.slash(FakeTeams.CHANNEL, "A hedge?");
        assertTrue(stage.worker().finish(Duration.ofSeconds(20)));
        Outbox.Item card =
                stage.stores().outbox().take("slow", List.of(), _ -> true, 1).getFirst();
        String thread = FakeTeams.CHANNEL + ";messageid=4711";
        ben.mention(thread, "it is 30 metres long");
        chen.say(thread, "and 3 metres high");
        for (int i = 0; i < 10; i++) {
            assertTrue(stage.worker().finish(Duration.ofSeconds(20)));
            stage.time().pass(Duration.ofSeconds(3));
            stage.worker().sweep();
        }
        assertTrue(stage.worker().finish(Duration.ofSeconds(20)));
        assertEquals(2, stage.stores().inbox().waiting("teams"), "it may be talk of others or not");
        stage.stores().outbox().sent(card, "", card.address().withThread("4711"));
        stage.time().pass(Duration.ofSeconds(3));
        stage.worker().sweep();
        stage.settle();
        assertEquals(1, stage.digests().size());
        String given = stage.turns()
                .see(stage.digests().getFirst().id())
                .orElseThrow()
                .state()
                .answers()
                .toString();
        assertTrue(given.contains("value=30") && given.contains("value=3,"), given);
    }
}
