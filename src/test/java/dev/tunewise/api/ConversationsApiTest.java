package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consultations over HTTP. */
final class ConversationsApiTest {
    @TempDir
    private static Path folder;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void holdsAConsultationToItsVerdict() {
        JsonNode talk = open("The output is not what we want.");
        assertEquals("problems", asked(talk));
        assertTrue(talk.path("leaning").path("probability").asDouble() < 0.97, talk.path("leaning")::toString);
        talk = send(talk, "{\"key\": \"1\", \"fact\": \"problems\", \"value\": [\"style-drift\"]}");
        assertEquals(
                "choices",
                talk.path("question").path("inputs").path(0).path("type").asText());
        assertTrue(talk.path("progress").path("answered").asInt() >= 1);
        String why = talk.path("question").path("why").asText();
        assertTrue(why.contains(": No") || why.contains(": Not yet"), () -> "no lead in " + why);
        talk = send(talk, "{\"key\": \"2\", \"text\": \"50,000 calls a day\"}");
        assertEquals("implied", status(talk, "recurrence"));
        assertEquals(
                "calls_per_day", fact(talk, "recurrence").path("from").path(0).asText());
        talk = send(talk, "{\"key\": \"3\", \"command\": \"answer-now\"}");
        assertEquals("concluded", talk.path("state").asText());
        assertTrue(talk.path("question").isNull());
        assertEquals("assumed", status(talk, "prompt_work"));
        assertEquals(
                talk.path("verdict").path("fine_tune"), talk.path("leaning").path("fine_tune"));
    }

    /** The ticket case from one paragraph: what follows from it is implied, and four answers lead to the costed `yes`. */
    @Test
    void theTicketCaseTakesFourQuestionsFromItsParagraph() {
        Map<String, String> answers = Map.of(
                "stable_for", "\"six-months-plus\"",
                "owner", "true",
                "error_cost", "0.8",
                "must_self_host", "false",
                "tuning_tried", "\"no\"",
                "open_model", "\"falls-short\"",
                "input_tokens", "1200",
                "output_tokens", "20");
        JsonNode talk =
                open("We classify support tickets into 18 categories with Claude Sonnet 4.6 at $5 per 1,000 calls,"
                        + " 50,000 a day. Accuracy is 88 % with instructions, few-shot examples and a JSON schema, and we need 91 %."
                        + " Opus reaches 92 % but is too expensive. We have 800 labelled examples, checked by two people, and 1,500"
                        + " held out. Should we fine-tune?");
        assertEquals("implied", status(talk, "problems"));
        assertTrue(talk.path("cost").isNull(), "money before a verdict");
        int questions = 0;
        while (talk.path("state").asText().equals("open") && questions < 10) {
            String fact = asked(talk);
            questions++;
            talk = send(
                    talk,
                    "{\"key\": \"%d\", \"fact\": \"%s\", \"value\": %s}".formatted(questions, fact, answers.get(fact)));
        }
        assertEquals("yes", talk.path("verdict").path("fine_tune").asText());
        assertTrue(questions <= 4, questions + " questions");
        costsAsThePostedAdvice(talk);
    }

    /** The row that is recommended stands in the table, and an advice of the same facts has the same table. */
    private static void costsAsThePostedAdvice(JsonNode talk) {
        JsonNode cost = talk.path("cost");
        assertEquals(12, cost.path("horizon_months").asInt());
        assertTrue(cost.path("wanted_probability").asDouble() > 0, cost::toString);
        Map<String, JsonNode> rows = new HashMap<>();
        cost.path("options").forEach(row -> rows.put(row.path("id").asText(), row));
        JsonNode best = rows.get(talk.path("verdict").path("option").asText());
        assertTrue(best.path("eligible").asBoolean(), best::toString);
        for (String part : List.of("excluded_by", "meets_target", "total", "effort_hours", "weeks_to_live")) {
            assertFalse(best.path(part).isMissingNode() || best.path(part).isNull(), part + " of " + best);
        }
        assertEquals(
                cost,
                Json.of(service.get("/api/conversations/" + talk.path("id").asText()))
                        .path("cost"));
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        talk.path("facts").forEach(fact -> {
            if (List.of("said", "implied").contains(fact.path("status").asText())) {
                facts.set(fact.path("fact").asText(), fact.path("value"));
            }
        });
        JsonNode advice = Json.of(service.postJson("/api/flows/fine-tuning/advice", "{\"facts\": " + facts + "}"));
        assertEquals(advice.path("cost").path("options"), cost.path("options"));
    }

    /** What somebody asks is heard, but is no answer. */
    @Test
    void whatIsAskedIsNotListedAmongTheAnswers() {
        JsonNode talk = open("Should we fine-tune Llama on our docs?");
        assertTrue(fact(talk, "intent").isMissingNode());
        assertFalse(talk.path("answers").toString().contains("intent"), talk.path("answers")::toString);
        assertEquals("implied", status(talk, "problems"));
    }

    @Test
    void helpOnOneTopicIsNoAnswer() {
        JsonNode talk = open("Should we fine-tune?");
        JsonNode told = send(talk, "{\"key\": \"1\", \"text\": \"help summary\"}");
        assertTrue(told.path("messages").toString().contains("Each decision is summed up in one channel"));
        assertEquals(talk.path("answers"), told.path("answers"));
        assertEquals(asked(talk), asked(told));
    }

    /** What is set in the same message counts for what it asks. */
    @Test
    void aFigureIsReckonedWithTheParameterThatIsSetBesideIt() {
        JsonNode talk = open("We classify 50,000 support tickets a day with Claude Sonnet 4.6, 3,200 tokens in, 20 out."
                + " 88 % right, we need 91 %.");
        talk = send(talk, "{\"key\": \"1\", \"text\": \"our horizon is 18 months. How much would tuning cost?\"}");
        String told = talk.path("messages").toString();
        assertTrue(told.contains("over 18 months"), told);
        assertFalse(told.contains("over 12 months"), told);
    }

    private static String asked(JsonNode talk) {
        return talk.path("question").path("inputs").path(0).path("fact").asText();
    }

    private static JsonNode fact(JsonNode talk, String id) {
        for (JsonNode fact : talk.path("facts")) {
            if (fact.path("fact").asText().equals(id)) {
                return fact;
            }
        }
        return MissingNode.getInstance();
    }

    private static String status(JsonNode talk, String id) {
        return fact(talk, id).path("status").asText();
    }

    @Test
    void nobodyKnowsWithdrawsWhatSomebodyTold() {
        JsonNode talk = open("We classify 50,000 support tickets a day with Claude Sonnet 4.6.");
        talk = send(talk, "{\"key\": \"1\", \"fact\": \"quality_now\", \"value\": 88}");
        assertEquals(88, fact(talk, "quality_now").path("value").asInt());
        talk = send(talk, "{\"key\": \"2\", \"fact\": \"quality_now\", \"value\": null}");
        assertEquals("assumed", status(talk, "quality_now"), talk.path("facts").toString());
        talk = send(talk, "{\"key\": \"3\", \"fact\": \"task\", \"value\": null}");
        assertEquals("assumed", status(talk, "task"), talk.path("facts").toString());
        talk = send(talk, "{\"key\": \"4\", \"command\": \"remove\", \"fact\": \"task\"}");
        assertEquals("", status(talk, "task"), talk.path("facts").toString());
    }

    @Test
    void saysTheSameToTheSameKey() {
        JsonNode talk = open("");
        String event = "{\"key\": \"once\", \"fact\": \"problems\", \"value\": [\"format-drift\"]}";
        JsonNode first = send(talk, event);
        JsonNode again = send(talk, event);
        assertEquals(first.path("messages"), again.path("messages"));
        assertEquals(first.path("version"), again.path("version"));
        assertFalse(first.path("repeated").asBoolean());
        assertTrue(again.path("repeated").asBoolean());
    }

    @Test
    void opensOnceWithTheSameKey() {
        String request = "{\"flow\": \"fine-tuning\", \"text\": \"Twice\", \"key\": \"open-once\"}";
        HttpResponse<String> first = service.postJson("/api/conversations", request);
        HttpResponse<String> again = service.postJson("/api/conversations", request);
        assertEquals(201, first.statusCode());
        assertEquals(200, again.statusCode());
        assertEquals(Json.of(first).path("id"), Json.of(again).path("id"));
        assertEquals(
                "/api/conversations/" + Json.of(first).path("id").asText(),
                first.headers().firstValue("Location").orElse(""));
    }

    @Test
    void keysOfOneConsultationDoNotDisturbAnother() {
        String event = "{\"key\": \"shared\", \"fact\": \"problems\", \"value\": [\"format-drift\"]}";
        assertFalse(send(open("one"), event).path("repeated").asBoolean());
        assertFalse(send(open("two"), event).path("repeated").asBoolean());
    }

    @Test
    void readsFreeText() {
        JsonNode talk = open("");
        talk = send(talk, "{\"key\": \"t\", \"text\": \"the JSON breaks and it costs too much\", \"author\": \"Ana\"}");
        JsonNode problems = talk.path("answers").path(0);
        assertEquals("problems", problems.path("fact").asText());
        assertTrue(
                problems.path("value").toString().contains("format-drift"),
                talk.path("answers").toString());
        assertEquals("Ana", problems.path("author").asText());
    }

    @Test
    void showsTheWholeAfterARestart() {
        JsonNode talk = open("It survives.");
        talk = send(talk, "{\"key\": \"1\", \"fact\": \"problems\", \"value\": [\"style-drift\"]}");
        String id = talk.path("id").asText();
        String before = service.get("/api/conversations/" + id).body();
        service.restart();
        assertEquals(before, service.get("/api/conversations/" + id).body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"key\": \"a\"}                                                  | /command | Send exactly one",
                "{\"text\": \"hello\"}                                             | /key     | missing",
                "{\"key\": 1, \"text\": \"hello\"}                                 | /key     | takes a string",
                "{\"key\": \" \", \"text\": \"hello\"}                             | /key     | empty",
                "{\"key\": \"a\", \"text\": \"b\", \"command\": \"back\"}          | /text    | Send exactly one",
                "{\"key\": \"a\", \"value\": 3}                                    | /fact    | missing",
                "{\"key\": \"a\", \"fact\": \"exmaples\", \"value\": 3}            | /fact    | Did you mean `examples`",
                "{\"key\": \"a\", \"fact\": \"examples\", \"value\": \"3\"}        | /value   | takes a number",
                "{\"key\": \"a\", \"command\": \"bakc\"}                           | /command | Did you mean `back`",
                "{\"key\": \"a\", \"command\": \"why\", \"arguments\": {\"a\": 1}} | /arguments | Arguments are strings",
                "{\"key\": \"a\", \"text\": \"b\", \"txet\": 1}                    | /txet    | Did you mean `text`",
            })
    void pointsAtWhatIsWrongWithAnEvent(String event, String pointer, String part) {
        String id = open("").path("id").asText();
        HttpResponse<String> answer = service.postJson("/api/conversations/" + id + "/events", event);
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(pointer, Json.of(answer).path("pointer").asText(), answer.body());
        assertTrue(Json.of(answer).path("detail").asText().contains(part), answer.body());
        assertEquals(
                1,
                Json.of(service.get("/api/conversations/" + id)).path("version").asInt(),
                "nothing was taken");
    }

    @Test
    void anArgumentOfACommandHasAnEnd() {
        String id = open("").path("id").asText();
        String event =
                "{\"key\": \"a\", \"command\": \"owner\", \"arguments\": {\"name\": \"Zoe\", \"person\": \"%s\"}}";
        HttpResponse<String> answer =
                service.postJson("/api/conversations/" + id + "/events", event.formatted("p".repeat(3_000)));
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(
                Json.of(answer).path("detail").asText().contains("`person` has 3,000 characters; at most 200"),
                answer.body());
        answer = service.postJson("/api/conversations/" + id + "/events", event.formatted("p".repeat(200)));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"half \\ud800 of it", "nothing \\u0000 at all"})
    void refusesWhatIsNoText(String escaped) {
        HttpResponse<String> opened =
                service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"" + escaped + "\"}");
        assertEquals(422, opened.statusCode(), opened.body());
        assertEquals("/text", Json.of(opened).path("pointer").asText());
        assertTrue(opened.body().contains("which is no text"), opened.body());
        String id = open("Our classifier drifts").path("id").asText();
        for (String event : List.of(
                "{\"key\": \"1\", \"text\": \"" + escaped + "\"}",
                "{\"key\": \"1\", \"command\": \"what-if\", \"arguments\": {\"a\": \"" + escaped + "\"}}")) {
            assertEquals(
                    422,
                    service.postJson("/api/conversations/" + id + "/events", event)
                            .statusCode(),
                    event);
        }
    }

    @Test
    void refusesATextThatIsTooLong() {
        String id = open("").path("id").asText();
        HttpResponse<String> answer = service.postJson(
                "/api/conversations/" + id + "/events", "{\"key\": \"a\", \"text\": \"" + "x".repeat(40_001) + "\"}");
        assertEquals(422, answer.statusCode());
        assertEquals("/text", Json.of(answer).path("pointer").asText());
    }

    @Test
    void knowsNoOtherConsultations() {
        assertEquals(404, service.get("/api/conversations/none").statusCode());
        assertEquals(404, service.get("/api/conversations/none/export.md").statusCode());
        assertEquals(404, service.get("/api/conversations/none/chart.svg").statusCode());
        assertEquals(
                404,
                service.postJson("/api/conversations/none/events", "{\"key\": \"1\", \"text\": \"x\"}")
                        .statusCode());
        assertEquals(
                404,
                service.postJson("/api/conversations", "{\"flow\": \"none\"}").statusCode());
    }

    @Test
    void exportsTheRecord() {
        JsonNode talk = open("The assistant <b>does not</b> know [our](http://x.example) products. We run vLLM.");
        String id = talk.path("id").asText();
        send(talk, "{\"key\": \"1\", \"fact\": \"problems\", \"value\": [\"missing-knowledge\"]}");
        HttpResponse<String> markdown = service.get("/api/conversations/" + id + "/export.md");
        assertEquals(200, markdown.statusCode());
        assertTrue(markdown.headers().firstValue("Content-Type").orElse("").startsWith("text/markdown"));
        assertTrue(markdown.body().startsWith("# "), markdown.body());
        assertFalse(markdown.body().contains("<b>does"), markdown.body());
        JsonNode json = Json.of(service.get("/api/conversations/" + id + "/export.json"));
        assertTrue(json.path("facts").has("problems"), json.toString());
        assertTrue(json.path("facts").has("mentions"), json.toString());
        assertFalse(markdown.body().contains("Things named"), "words that occurred are no answers");
    }

    private static JsonNode open(String text) {
        HttpResponse<String> answer =
                service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"" + text + "\"}");
        assertEquals(201, answer.statusCode(), answer.body());
        return Json.of(answer);
    }

    private static JsonNode send(JsonNode talk, String event) {
        HttpResponse<String> answer =
                service.postJson("/api/conversations/" + talk.path("id").asText() + "/events", event);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.of(answer);
    }
}
