package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows and advice over HTTP. */
final class FlowsApiTest {
    private static final String ADVICE = "/api/flows/fine-tuning/advice";

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
    void listsFlows() {
        JsonNode flows = Json.of(service.get("/api/flows")).path("flows");
        assertEquals("fine-tuning", flows.path(0).path("id").asText());
        assertEquals("Should we fine-tune?", flows.path(0).path("title").asText());
    }

    @Test
    void showsAFlowInFull() {
        JsonNode flow = Json.of(service.get("/api/flows/fine-tuning"));
        JsonNode labels = find(flow.path("facts"), "labels");
        assertEquals("choice", labels.path("type").asText());
        assertEquals(List.of("verified", "unverified", "disputed"), ids(labels.path("choices")));
        assertFalse(labels.path("why").asText().isEmpty());
        assertTrue(flow.path("diagram").asText().contains("flowchart"));
        assertFalse(find(flow.path("sources"), "decision-tree")
                .path("title")
                .asText()
                .isEmpty());
        assertTrue(flow.path("rules").size() > 10);
    }

    @Test
    void givesAVerdictWithReasonsAndSources() {
        JsonNode advice = advise(
                "{\"problems\": [\"missing-knowledge\"], \"task\": \"question-answering\", \"retrieval\": \"not-tried\"}");
        assertEquals("no", advice.path("verdict").path("fine_tune").asText());
        assertEquals("rag", advice.path("verdict").path("lever").asText());
        JsonNode reason = advice.path("verdict").path("reasons").path(0);
        assertFalse(reason.path("text").asText().isEmpty());
        assertEquals(advice.path("verdict").path("rule"), reason.path("rule"));
        assertTrue(reason.path("facts").toString().contains("problems"));
        assertFalse(reason.path("sources").path(0).path("title").asText().isEmpty());
        assertTrue(advice.path("needs").isEmpty());
        assertEquals(
                "now", find(advice.path("ladder"), "lever", "rag").path("state").asText());
        assertTrue(advice.path("would_change").size() > 0);
        assertFalse(advice.path("explanation").path("passed").isEmpty());
    }

    @Test
    void namesWhatItNeedsWhileFactsAreMissing() {
        JsonNode advice = advise("{}");
        assertTrue(advice.has("verdict") && advice.path("verdict").isNull(), "null, and said so");
        assertEquals("problems", advice.path("needs").path(0).asText());
        assertTrue(advice.path("explanation").isNull());
    }

    @Test
    void takesACostOfErrorsThatWasLeftOutAsARange() {
        String known = """
                {"problems": ["wrong-labels"], "task": "classification", "stage": "production", "recurrence": "recurring",
                 "stable_for": "six-months-plus", "prompt_work": ["instructions", "few-shot", "structured-output"],
                 "labels": "verified", "owner": true, "classes": 18, "tuning_tried": "no", "must_self_host": false,
                 "stronger_model": "meets-target-too-costly", "retrieval": "not-needed", "examples": 800,
                 "eval_items": 400, "runs_gpus": false, "rollback": true, "failure_taxonomy": true,
                 "model": "claude-sonnet-4.6", "calls_per_day": 50000, "input_tokens": 3200, "output_tokens": 10,
                 "system_prompt_tokens": 3000, "quality_now": 88, "quality_target": 92%s}""";
        JsonNode advice = advise(known.formatted(""));
        assertTrue(advice.path("needs").isEmpty());
        assertEquals(
                advise(known.formatted(", \"error_cost\": null")).path("verdict"),
                advice.path("verdict"),
                "left out is what nobody knows");
        assertTrue(
                advice.path("verdict").path("headline").asText().startsWith("Yes, from $0.0405 an avoided error"),
                "the threshold is told");
        assertFalse(find(advice.path("assumptions"), "fact", "error_cost").isMissingNode());
    }

    @Test
    void assumesWhatNobodyKnows() {
        JsonNode advice = advise("{\"problems\": [\"missing-knowledge\"], \"task\": null, \"retrieval\": null}");
        assertFalse(advice.path("verdict").isNull());
        JsonNode retrieval = find(advice.path("assumptions"), "fact", "retrieval");
        assertEquals("not-tried", retrieval.path("value").asText());
    }

    @Test
    void givesTheSameAnswerToTheSameFacts() {
        String facts = "{\"facts\": {\"problems\": [\"wrong-labels\"], \"task\": \"classification\"}}";
        assertEquals(
                service.postJson(ADVICE, facts).body(),
                service.postJson(ADVICE, facts).body());
    }

    @Test
    void aPercentageBelowOneIsTakenWhereARangeSaysThatItIsOne() {
        for (String value : List.of("{\"value\": 0.5, \"low\": 0.5, \"high\": 0.5}", "0", "1.5")) {
            HttpResponse<String> answer = service.postJson(ADVICE, "{\"facts\": {\"quality_now\": " + value + "}}");
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"exmaples\": 3}             | /facts/exmaples   | unknown-fact   | Did you mean `examples`?",
                "{\"examples\": \"300\"}       | /facts/examples   | wrong-type     | without quotation marks",
                "{\"examples\": true}          | /facts/examples   | wrong-type     | takes a number",
                "{\"examples\": -1}            | /facts/examples   | out-of-range   | from 0 to",
                "{\"examples\": 1.5}           | /facts/examples   | out-of-range   | whole number",
                "{\"examples\": 1e999}         | /facts/examples   | out-of-range   | whole number",
                "{\"quality_now\": 101}        | /facts/quality_now | out-of-range  | from 0 to 100",
                "{\"quality_now\": 0.88}       | /facts/quality_now | out-of-range  | 0.88 looks like a share of 1: send 88 for 88 %",
                "{\"quality_target\": 1}       | /facts/quality_target | out-of-range | send 100 for 100 %",
                "{\"owner\": \"yes\"}          | /facts/owner      | wrong-type     | true, false or null",
                "{\"labels\": \"verfied\"}     | /facts/labels     | unknown-choice | Did you mean `verified`? The choices are: verified, unverified, disputed",
                "{\"labels\": [\"verified\"]}  | /facts/labels     | wrong-type     | takes a string",
                "{\"problems\": \"privacy\"}   | /facts/problems   | wrong-type     | an array",
                "{\"problems\": [\"privcy\"]}  | /facts/problems/0 | unknown-choice | Did you mean `privacy`?",
                "{\"problems\": [1]}           | /facts/problems/0 | wrong-type     | strings",
                "{\"a/b~c\": 1}                | /facts/a~1b~0c    | unknown-fact   | a/b~c",
            })
    void pointsAtTheFactThatIsWrong(String facts, String pointer, String kind, String part) {
        HttpResponse<String> answer = service.postJson(ADVICE, "{\"facts\": " + facts + "}");
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = Json.of(answer);
        assertEquals(pointer, problem.path("pointer").asText());
        assertEquals("urn:tunewise:problem:" + kind, problem.path("type").asText());
        assertEquals(422, problem.path("status").asInt());
        assertTrue(
                problem.path("detail").asText().contains(part),
                problem.path("detail").asText());
    }

    @Test
    void reportsAllFaultsTogether() {
        JsonNode problem = Json.of(service.postJson(
                ADVICE, "{\"facts\": {\"exmaples\": 1, \"owner\": 1}, \"parameters\": {\"horzon\": 1}, \"extra\": 1}"));
        List<String> pointers = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(fault -> fault.path("pointer").asText())
                .toList();
        assertEquals(
                List.of("/extra", "/facts/exmaples", "/facts/owner", "/parameters/horzon"),
                pointers.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "null",
                "",
                "{\"facts\": {\"owner\": true, \"owner\": false}}",
                "{} {}",
                "{\"facts\": NaN}",
                "{'facts': {}}",
                "{\"facts\": {}} x"
            })
    void refusesWhatIsNoSingleObject(String body) {
        HttpResponse<String> answer = service.postJson(ADVICE, body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(Json.of(answer).path("detail").asText().length() > 10);
    }

    @Test
    void namesLineAndColumnOfBrokenJson() {
        String detail = Json.of(service.postJson(ADVICE, "{\"facts\": {\n  \"owner\": tru\n}}"))
                .path("detail")
                .asText();
        assertTrue(detail.contains("line 2, column"), detail);
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        String large = "{\"facts\": {\"x\": \"" + "a".repeat(1_100_000) + "\"}}";
        assertEquals(413, service.postJson(ADVICE, large).statusCode());
        String huge = "{\"facts\": {\"x\": \"" + "a".repeat(6_000_000) + "\"}}";
        assertEquals(413, service.postJson(ADVICE, huge).statusCode());
        String name = "{\"facts\": {\"" + "n".repeat(40_000) + "\": 1}}";
        HttpResponse<String> answer = service.postJson(ADVICE, name);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().length() < 5_000, "the answer does not repeat it");
        String deep = "{\"facts\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertEquals(400, service.postJson(ADVICE, deep).statusCode());
        String wide =
                IntStream.range(0, 20_000).mapToObj(i -> "\"k" + i + "\": 1").collect(Collectors.joining(","));
        HttpResponse<String> tooWide = service.postJson(ADVICE, "{\"facts\": {" + wide + "}}");
        assertEquals(400, tooWide.statusCode());
        assertTrue(tooWide.body().length() < 1_000, "not every one is looked for and told");
    }

    @Test
    void refusesBytesThatAreNoText() {
        HttpResponse<String> answer = service.send(service.request(ADVICE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})));
        assertEquals(400, answer.statusCode(), answer.body());
    }

    @Test
    void saysSoInProblemDetailsWhateverIsWrong() {
        assertProblem(404, service.get("/api/flows/none"));
        assertProblem(404, service.postJson("/api/flows/none/advice", "{}"));
        assertProblem(404, service.get("/api/nothing"));
        assertProblem(405, service.send(service.request(ADVICE).DELETE()));
        assertProblem(406, service.get("/api/flows", "Accept", "image/png"));
        assertProblem(415, service.postForm(ADVICE, "facts", "x"));
        assertProblem(
                400,
                service.send(service.request(ADVICE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.noBody())));
    }

    @Test
    void refusesAddressesAndHeadersThatAreTooLongAsSuch() {
        HttpResponse<String> address = service.get("/api/flows/" + "a".repeat(9_000));
        assertProblem(414, address);
        assertTrue(address.body().contains("address of the request is too long"), address.body());
        String[] headers = IntStream.range(0, 400)
                .boxed()
                .flatMap(i -> Stream.of("X-A" + i, "b".repeat(40)))
                .toArray(String[]::new);
        HttpResponse<String> many = service.get("/api/flows", headers);
        assertProblem(431, many);
        assertTrue(many.body().contains("headers of the request"), many.body());
    }

    @Test
    void tellsWhatMayBeSentToAnAddress() {
        HttpResponse<String> answer =
                service.send(service.request("/api/flows").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, answer.statusCode());
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains("GET"));
        assertEquals("", answer.body());
    }

    @Test
    void adviceTakesAModelByAnyOfItsNames() {
        assertEquals(
                200,
                service.postJson(ADVICE, "{\"facts\": {\"model\": \"sonnet 4.6\"}}")
                        .statusCode());
        assertEquals(
                200,
                service.postJson(ADVICE, "{\"facts\": {\"model\": \"claude-sonnet-4-6\"}}")
                        .statusCode());
    }

    @Test
    void takesARangeForANumber() {
        assertEquals(
                200,
                service.postJson(ADVICE, "{\"facts\": {\"examples\": {\"value\": 250, \"low\": 200, \"high\": 300}}}")
                        .statusCode());
        HttpResponse<String> wrong =
                service.postJson(ADVICE, "{\"facts\": {\"examples\": {\"value\": 250, \"low\": 260}}}");
        assertEquals(422, wrong.statusCode(), wrong.body());
    }

    private static JsonNode advise(String facts) {
        HttpResponse<String> answer = service.postJson(ADVICE, "{\"facts\": " + facts + "}");
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.of(answer);
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().toString());
        JsonNode problem = Json.of(answer);
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("type").asText().isEmpty());
        assertFalse(problem.path("title").asText().isEmpty());
        assertFalse(answer.body().contains("dev.tunewise"), "no insides: " + answer.body());
    }

    private static JsonNode find(JsonNode list, String id) {
        return find(list, "id", id);
    }

    private static JsonNode find(JsonNode list, String member, String value) {
        return IntStream.range(0, list.size())
                .mapToObj(list::get)
                .filter(each -> each.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + list));
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }
}
