package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that asks something particular gets its answer, and nothing else is asked before somebody wants the whole comparison. */
class ParticularQuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHATBOT =
            "It's a chatbot for end users. Half of the answers contain details that nobody"
                    + " ever gave it. I tuned GPT-4o-mini on 400 rows. ";

    @TempDir
    static Path folder;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(folder, Map.of("tunewise.encoder.enabled", true));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode post(String path, Map<String, String> body) throws Exception {
        HttpResponse<String> answer = service.postJson(path, JSON.writeValueAsString(body));
        assertTrue(answer.statusCode() < 300, answer.body());
        return JSON.readTree(answer.body());
    }

    private static JsonNode open(String text) throws Exception {
        return post("/api/conversations", Map.of("flow", "fine-tuning", "text", text));
    }

    private static JsonNode next(JsonNode talk, String key, String what, String value) throws Exception {
        return post("/api/conversations/" + talk.path("id").asText() + "/events", Map.of("key", key, what, value));
    }

    private static boolean asks(JsonNode talk) {
        return talk.path("messages").findValuesAsText("type").contains("ask");
    }

    @Test
    void aSumThatAStepTellsStandsOnce() throws Exception {
        String shown = open("LoRA question. Llama 8B instruct, 3,200 examples (rewriting incident reports for a "
                        + "utilities company into plain language), r=64, alpha=128, lr 2e-4, eff. batch 16, 5 "
                        + "epochs cosine. Eval loss bottoms at step 280 and then climbs steadily, train loss keeps "
                        + "falling. But when I read the outputs, the final checkpoint somehow looks better than the "
                        + "step 280 one?? Which do I trust, and what would you change — rank, lr, epochs? I can "
                        + "afford maybe 6 runs.")
                .path("messages")
                .toString();
        String sum = "3,200 examples × 5 epochs ÷ batch 16 = 1,000 updates";
        assertTrue(shown.contains(sum), shown);
        // What is said once stands in the words of its post and in their block.
        assertTrue(shown.split(sum, -1).length <= 3, shown);
        assertFalse(shown.contains("Your case:"), shown);
    }

    @Test
    void theWholeComparisonIsOfferedUntilSomebodyAsksForIt() throws Exception {
        for (String question : new String[] {
            "Which learning rate and how many epochs should I use?",
            "Which learning rate and how many epochs should I use"
        }) {
            JsonNode talk = open(CHATBOT + question);
            String shown = talk.path("messages").toString();
            assertFalse(asks(talk), shown);
            assertTrue(shown.contains("Is that right?"), shown);
            assertFalse(shown.contains("If I understood right"), shown);
            assertFalse(shown.contains("Leaning"), shown);
            assertFalse(shown.contains("can mean several things"), shown);
            assertFalse(shown.contains("Asking below"), shown);
            assertTrue(shown.indexOf("say:0") < shown.indexOf("proposed:0"), shown);
            assertTrue(shown.contains("Weigh it as a whole"), shown);
            assertFalse(talk.path("question").path("inputs").isEmpty(), "programs see the question that is held back");
            assertTrue(talk.path("leaning").isObject());
            assertFalse(talk.path("facts").isEmpty());

            talk = next(talk, "1", "text", "What does LoRA mean?");
            assertFalse(asks(talk), talk.path("messages")::toString);
            assertFalse(talk.path("question").path("inputs").isEmpty());

            talk = next(talk, "2", "command", "repeat");
            assertTrue(checks(talk), talk.path("messages")::toString);
        }
    }

    @Test
    void whoTellsWhatTheComparisonNeedsIsAskedOn() throws Exception {
        JsonNode talk = open(CHATBOT + "Which learning rate and how many epochs should I use?");
        talk = next(talk, "1", "text", "We have 5,000 calls a day.");
        assertTrue(checks(talk), talk.path("messages")::toString);
    }

    @Test
    void wordsThatStandApartAreQuotedWithoutWhatStandsBetween() throws Exception {
        JsonNode reading = post(
                "/api/flows/fine-tuning/reading",
                Map.of(
                        "text",
                        "We use GPT-4o-mini for the tools which do similarity search over our own documents, and we use"
                                + " GPT-4.1 for the rest."));
        String quote = reading.path("asks").path(0).path("quote").asText();
        assertTrue(quote.contains(" … "), reading::toString);
        assertFalse(quote.contains("similarity"), quote);
        assertEquals(2, quote.split(" … ", -1).length);
    }

    @Test
    void eachQuestionOfAPostIsAnsweredUnderItsOwnWordsInItsOrder() throws Exception {
        String shown =
                open("We have a wiki of 9,000 pages and 40,000 tickets and want an assistant for 350 colleagues. Is"
                                + " training the right thing or RAG? How do I stop it from answering when it does not know? Would"
                                + " quantising to AWQ make it faster on our L40S?")
                        .path("messages")
                        .toString();
        int first = shown.indexOf("“Is training the right thing or RAG?”");
        int second = shown.indexOf("“Would quantising to AWQ make it faster on our L40S?”");
        assertTrue(first > 0 && second > first, shown);
        assertTrue(shown.lastIndexOf("riting a token reads all weights once") > second, shown);
    }

    @Test
    void nothingIsToldTwiceAndNoMoreThanTwoGuessesStandInOneLine() throws Exception {
        JsonNode talk =
                open("Qwen2.5-7B-Instruct, QLoRA r=64, 5 epochs, 1,100 customer service dialogs (cleaned ourselves)."
                        + " It makes up order numbers, the tone is off, sometimes keeps going and writes the"
                        + " next user turn. How many epochs should I use? Is that loss too high?");
        List<String> told = new ArrayList<>();
        for (JsonNode message : talk.path("messages")) {
            for (JsonNode block : message.path("blocks")) {
                String type = block.path("type").asText();
                assertFalse(type.matches("progress|pairs|chips"), block::toString);
                if (type.equals("paragraph")) {
                    told.addAll(List.of(block.path("text").path("text").asText().split("(?<=[.?!]) ")));
                }
                block.path("items").forEach(item -> told.add(item.path("text").asText()));
            }
        }
        assertEquals(told.size(), Set.copyOf(told).size(), told::toString);
        JsonNode guesses = message(talk, "proposed:0").path("blocks");
        assertTrue(guesses.path(0).toString().contains("Is that right?"), guesses::toString);
        assertTrue(guesses.path(1).path("buttons").size() <= 3, guesses::toString);
    }

    private static JsonNode message(JsonNode talk, String key) {
        for (JsonNode message : talk.path("messages")) {
            if (message.path("key").asText().equals(key)) {
                return message;
            }
        }
        throw new AssertionError("no message " + key + " in " + talk);
    }

    @Test
    void oneYesTakesWhatIsShownAndTheOthersWait() throws Exception {
        JsonNode talk = open(CHATBOT + "Users give up before a reply arrives. We update the product list every week.");
        JsonNode yes = message(talk, "proposed:0")
                .path("blocks")
                .path(1)
                .path("buttons")
                .path(0);
        String[] shown = yes.findValue("fact").asText().split(",");
        talk = next(talk, "1", "text", "yes");
        List<String> known = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        talk.path("facts")
                .forEach(fact -> (fact.path("status").asText().equals("proposed") ? waiting : known)
                        .add(fact.path("fact").asText()));
        assertTrue(known.containsAll(List.of(shown)), talk::toString);
        assertTrue(waiting.stream().noneMatch(List.of(shown)::contains), talk::toString);
    }

    /** Beside an answer guesses are folded and the comparison is offered: who says yes there has not read them. */
    @Test
    void yesToAnOfferTakesNoFoldedGuess() throws Exception {
        JsonNode talk = open(CHATBOT + "Users give up before a reply arrives. We update the product list every week."
                + " Which learning rate should I use?");
        String guesses =
                message(talk, "proposed:0").path("blocks").path(0).path("type").asText();
        assertEquals("details", guesses, talk::toString);
        int before = known(talk);
        talk = next(talk, "1", "text", "yes");
        assertEquals(before, known(talk), talk::toString);
        assertTrue(checks(talk), talk::toString);
    }

    /** Whether what was only guessed is put to the thread last: it is checked before the comparison goes on. */
    private static boolean checks(JsonNode talk) {
        JsonNode messages = talk.path("messages");
        return messages.path(messages.size() - 1).path("key").asText().startsWith("proposed:")
                && messages.path(messages.size() - 1).toString().contains("Is that right?");
    }

    @Test
    void aFigureThatFitsNowhereIsFoldedBesideAnAnswer() throws Exception {
        JsonNode talk =
                open("We tag reviews, 36,000 calls a day, 0.3 output tokens. Which learning rate should I use?");
        String said = talk.path("messages").toString();
        assertTrue(said.contains("cannot be right for Output tokens"), said);
        JsonNode first = message(talk, "say:0").path("blocks").path(0);
        assertEquals("details", first.path("type").asText(), said);
    }

    private static int known(JsonNode talk) {
        int known = 0;
        for (JsonNode fact : talk.path("facts")) {
            known += fact.path("status").asText().equals("proposed") ? 0 : 1;
        }
        return known;
    }

    @Test
    void shortQuestionsOfAListAreAnsweredEachAndOwnFiguresAreSummed() throws Exception {
        String shown =
                open("We route tickets with GPT-4.1, 60,000 calls a day, the system prompt is 3,400 tokens. Which base"
                                + " model, how many examples would we need, and can we keep RAG next to it?")
                        .path("messages")
                        .toString();
        int first = shown.indexOf("“Which base model”");
        int second = shown.indexOf("“how many examples would we need”");
        int third = shown.indexOf("“can we keep RAG next to it?”");
        assertTrue(first > 0 && second > first && third > second, shown);
        assertTrue(shown.contains("60,000 × 30 × 3,400 tokens"), shown);
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndNotGuessed() throws Exception {
        String shown =
                open("How many examples do I need to classify tickets into 12 classes? Does the purple elephant prefer"
                                + " marmalade on Tuesday evenings?")
                        .path("messages")
                        .toString();
        assertTrue(shown.contains("“Does the purple elephant prefer marmalade on Tuesday evenings?”"), shown);
        assertTrue(shown.contains("Not answered: I have no checked text on just this"), shown);
    }

    @Test
    void aPostInWhichOnePartSupposesSomethingIsAnsweredLikeAnyOther() throws Exception {
        String shown =
                open("We would like to fine-tune an open model to rank job applications, with 80,000 past ones and who"
                                + " was hired. Does the EU AI Act make us a provider of a high-risk system? What if one applicant"
                                + " asks for deletion?")
                        .path("messages")
                        .toString();
        assertFalse(shown.contains("The likeliest steps so far"), shown);
        assertTrue(shown.contains("Retrain without those rows"), shown);
    }
}
