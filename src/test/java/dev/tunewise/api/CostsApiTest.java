package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The money of an answer as a finance person gets it over HTTP, with a price of the operator's own beside the shipped ones. */
final class CostsApiTest {
    private static final String OWN_PRICES = """
            {"source": "our contract", "as_of": "2026-11-10", "tuning_offers": [
              {"id": "vertex-gemini-3.5-flash-lite", "training_price_usd": 1.5, "tuned_input_usd_per_mtok": 0.02,
               "tuned_output_usd_per_mtok": 0.1}]}
            """;

    @TempDir
    private static Path folder;

    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        Path own = Files.writeString(folder.resolve("own-prices.json"), OWN_PRICES);
        service = Service.start(folder, Map.of("tunewise.prices.own", own.toString()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyAmountHasItsOwnLowAndHigh() {
        JsonNode costs = costs(costed());
        JsonNode tuned = option(costs, "lora-dedicated:llama-3.1-8b");
        for (String amount : List.of("setup", "monthly", "total", "saving")) {
            JsonNode range = tuned.path(amount);
            assertTrue(
                    range.path("low")
                                    .decimalValue()
                                    .compareTo(range.path("likely").decimalValue())
                            <= 0,
                    amount);
            assertTrue(
                    range.path("low")
                                    .decimalValue()
                                    .compareTo(range.path("high").decimalValue())
                            < 0,
                    amount);
        }
        JsonNode simulation = tuned.path("simulation");
        for (String figure : List.of("saving", "total", "payback_months")) {
            assertTrue(simulation.path(figure).path("p10").isNumber(), simulation.toString());
            assertTrue(
                    simulation.path(figure).path("p90").isNull()
                            || simulation.path(figure).path("p10").asDouble()
                                    <= simulation.path(figure).path("p90").asDouble(),
                    simulation.toString());
        }
        assertEquals(1_024, costs.path("samples").asInt());
        assertEquals(5, costs.path("drivers").size());
    }

    /** By hand, from what is shown: the sum of the lines, what the saving is worth today, and why the middle of the cases is another sum. */
    @Test
    void everyTotalFollowsFromItsLinesOrSaysWhatMovesIt() {
        int apart = 0;
        ObjectNode other = costed();
        other.withObjectProperty("facts").put("error_cost", 0.05).put("eval_items", 60);
        for (JsonNode costs : List.of(costs(costed()), costs(other))) {
            double now =
                    likely(option(costs, "today"), "monthly") + likely(option(costs, "today"), "error_cost_monthly");
            for (JsonNode row : costs.path("options")) {
                if (row.has("unpriced")) {
                    continue;
                }
                Map<String, Double> sums = new HashMap<>();
                row.path("lines")
                        .forEach(line -> sums.merge(line.path("part").asText(), likely(line, "amount"), Double::sum));
                double setup = sums.getOrDefault("setup", 0.0);
                double month = sums.getOrDefault("monthly", 0.0) + sums.getOrDefault("errors", 0.0);
                double lines = likely(row, "lines_total");
                assertEquals(setup + 12 * month, lines, 1, row::toString);
                String note = row.path("lines_note").asText();
                double total = likely(row, "total");
                assertEquals(Math.abs(total - lines) > 0.02 * total, !note.isEmpty(), row.path("id") + note);
                if (!note.isEmpty()) {
                    apart++;
                    Matcher sum = Pattern.compile("the lines add up to \\$([\\d,.]+)\\.$")
                            .matcher(note);
                    assertTrue(sum.find() == !note.endsWith("none of them alone."), note);
                    if (note.contains("the lines add up to")) {
                        double moved = Double.parseDouble(sum.group(1).replace(",", ""));
                        assertEquals(total > lines, moved > lines, note);
                    }
                }
                if (!row.path("id").asText().equals("today")) {
                    double worth = -setup;
                    for (int t = 1; t <= 12; t++) {
                        worth += (now - month) / Math.pow(1.1, t / 12.0);
                    }
                    assertEquals(worth, likely(row, "present_value"), 1, row::toString);
                }
            }
        }
        assertTrue(apart > 3, apart + " rows whose total is another sum");
    }

    private static double likely(JsonNode of, String amount) {
        return of.path(amount).path("likely").asDouble();
    }

    @Test
    void whatIsGivenIsExact() {
        JsonNode today = option(costs(costed()), "today");
        assertEquals(today.path("setup").path("low"), today.path("setup").path("high"));
        ObjectNode certain = costed();
        certain.putObject("parameters").put("retry_rate", 0);
        JsonNode monthly = option(costs(certain), "today").path("monthly");
        assertEquals(5850, monthly.path("likely").asInt());
        assertEquals(monthly.path("low"), monthly.path("high"));
    }

    @Test
    void aBillIsWhatTodayCosts() {
        ObjectNode billed = costed();
        billed.withObjectProperty("facts").put("monthly_bill", 9000);
        assertEquals(
                9000,
                option(costs(billed), "today").path("monthly").path("likely").asInt());
        billed.withObjectProperty("facts").remove("monthly_bill");
        assertEquals(
                5850,
                option(costs(billed), "today").path("monthly").path("likely").asInt(),
                150);
    }

    @Test
    void aBillAndAVolumeThatAreClickedAreAPriceOfCalls() {
        String id = billed();
        assertEquals("15", clicked(id, "calls_per_day", 20_000));
    }

    @Test
    void aPriceThatSomebodyToldOutlastsAClickedVolume() {
        String id = billed();
        assertEquals("12", clicked(id, "cost_per_1k_calls", 12));
        assertEquals("12", clicked(id, "calls_per_day", 20_000));
    }

    @Test
    void aPriceInDisputeOutlastsAClickedVolume() {
        String id = billed();
        said(id, "it costs us 5 dollars per 1,000 calls");
        assertEquals("7.5", clicked(id, "calls_per_day", 20_000));
    }

    @Test
    void aBillThatIsTakenBackTakesItsPriceAlong() {
        String id = billed();
        assertEquals("", price(said(id, "forget the monthly bill")));
    }

    private static JsonNode said(String id, String text) {
        String event = "{\"key\": \"%s\", \"text\": \"%s\", \"author\": \"Bo\"}".formatted(text, text);
        return Json.of(service.postJson("/api/conversations/" + id + "/events", event));
    }

    /** A case with the price that a clicked bill and a clicked volume make. */
    private static String billed() {
        String id = opened();
        assertEquals("", clicked(id, "monthly_bill", 9000));
        assertEquals("7.5", clicked(id, "calls_per_day", 40_000));
        return id;
    }

    private static String opened() {
        return Json.of(service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\"}"))
                .path("id")
                .asText();
    }

    /** The price of 1,000 calls after a click. */
    private static String clicked(String id, String fact, int value) {
        String event = "{\"key\": \"%s-%d\", \"fact\": \"%s\", \"value\": %d}".formatted(fact, value, fact, value);
        return price(Json.of(service.postJson("/api/conversations/" + id + "/events", event)));
    }

    private static String price(JsonNode after) {
        return StreamSupport.stream(after.path("facts").spliterator(), false)
                .filter(answer -> answer.path("fact").asText().equals("cost_per_1k_calls"))
                .map(answer -> answer.path("value").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void aWhatIfIsAnsweredBesideTheCase() {
        String told = supposed("What if an error costs nothing and volume doubles?");
        assertTrue(told.contains("Volume: 50,000 calls a day → 100,000 calls a day"), told);
        assertTrue(told.contains("wrong answers per month: $") && told.contains(" → $0.00"), told);
        assertTrue(supposed("what if volume doubles?").contains("→ 100,000 calls a day"), told);
        assertFalse(supposed("What does it cost today?").contains("→"), "a question is no what-if");
    }

    private static String supposed(String question) {
        ObjectNode asked = costed().put("question", question);
        asked.withObjectProperty("facts").put("error_cost", 0.8);
        return Json.of(service.postJson("/api/flows/fine-tuning/advice", asked.toString()))
                .path("figures")
                .toString();
    }

    @Test
    void aBillThatIsNoPriceOfSoFewCallsIsRefused() {
        ObjectNode billed = costed();
        billed.withObjectProperty("facts").put("monthly_bill", 900_000_000).put("calls_per_day", 1);
        billed.withObjectProperty("facts").remove("cost_per_1k_calls");
        HttpResponse<String> answer = service.postJson("/api/flows/fine-tuning/advice", billed.toString());
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals("/facts/monthly_bill", Json.of(answer).path("pointer").asText());
        assertTrue(answer.body().contains("at most 1000000 is taken"), answer.body());
    }

    @Test
    void aPaybackThatNeverComesIsNull() {
        ObjectNode few = costed();
        few.withObjectProperty("facts").put("calls_per_day", 100);
        JsonNode tuned = option(costs(few), "lora-dedicated:llama-3.1-8b");
        assertTrue(tuned.path("simulation").path("payback_months").path("p50").isNull(), tuned.toString());
        assertEquals(0, tuned.path("simulation").path("payback_within_horizon").asDouble(), 0.05);
    }

    @ParameterizedTest
    @CsvSource({"our H100,H100", "our 8xH100s,H100", "our own L40s,L40S", "our A100s,A100"})
    void ownGpusThatAreNamedAreTheOnesThatAreCosted(String gpus, String card) {
        ObjectNode own = costed();
        own.withObjectProperty("facts").put("model", "gpt-oss-120b on " + gpus).put("runs_gpus", true);
        JsonNode lines = option(costs(own), "today").path("lines");
        assertTrue(
                lines.path(0).path("name").asText().matches("GPUs: \\d+ × " + card + ".* a replica"), lines.toString());
    }

    /** What is paid once is not multiplied up to a year. */
    @Test
    void amountsOfAMonthAreToldAsThoseOfAMonth() {
        ObjectNode brief = costed();
        brief.putObject("parameters").put("horizon_months", 1);
        for (int calls : List.of(100, 2_000, 20_000)) {
            brief.withObjectProperty("facts").put("calls_per_day", calls);
            JsonNode verdict = advice(brief).path("verdict");
            assertFalse(verdict.toString().contains(" a year"), verdict.toString());
        }
    }

    @Test
    void everyFigureThatNobodyGaveHasARangeAndABasis() {
        for (JsonNode figure : costs(costed()).path("parameters")) {
            assertTrue(figure.path("low").isNumber() && figure.path("high").isNumber(), figure.toString());
            assertFalse(figure.path("source").asText().isEmpty(), figure.toString());
            assertTrue(
                    List.of("sourced", "derived", "assumption", "measured")
                            .contains(figure.path("basis").asText()),
                    figure.toString());
        }
    }

    @Test
    void saysWhichSettingChangesNothing() {
        ObjectNode body = costed();
        body.putObject("parameters").put("usd_per_error", 3);
        assertTrue(
                texts(costs(body).path("notes")).stream().anyMatch(note -> note.contains("changes nothing here")),
                costs(body).path("notes").toString());
    }

    @Test
    void aPriceOfTheOperatorsOwnMakesHostedTuningWin() {
        JsonNode answer = advice(costed());
        assertEquals(
                "fine-tune-api",
                answer.path("verdict").path("lever").asText(),
                answer.path("verdict").toString());
        JsonNode own = option(answer.path("cost"), "vertex-gemini-3.5-flash-lite");
        assertFalse(own.has("unpriced"), own.toString());
        assertTrue(
                own.path("lines").toString().contains("our contract, 2026-11-10"),
                own.path("lines").toString());
        JsonNode missing = option(answer.path("cost"), "vertex-gemini-3.5-flash");
        assertTrue(
                missing.path("unpriced").asText().contains("training of Gemini 3.5 Flash at Google Vertex AI"),
                missing.toString());
    }

    @ParameterizedTest
    @CsvSource({"break-even,light", "break-even,dark", "payback,dark", "cumulative,light"})
    void drawsEveryPictureBothWays(String chart, String theme) throws IOException, InterruptedException {
        String id = consultation();
        String query = "?chart=" + chart + "&theme=" + theme + "&width=400";
        HttpResponse<String> svg = service.get("/api/conversations/" + id + "/chart.svg" + query);
        assertEquals(200, svg.statusCode(), svg.body());
        assertTrue(svg.body().contains("<desc>"), svg.body());
        HttpResponse<byte[]> png = HttpClient.newHttpClient()
                .send(
                        service.request("/api/conversations/" + id + "/chart.png" + query + "&density=2")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("image/png", png.headers().firstValue("Content-Type").orElseThrow());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
        assertEquals(800, image.getWidth());
        assertEquals(theme.equals("dark"), (image.getRGB(1, 1) & 0xFF) < 128, "background of " + theme);
    }

    @Test
    void namesThePicturesInWords() {
        JsonNode pictures = costs(costed()).path("pictures");
        assertEquals(3, pictures.size());
        pictures.forEach(
                picture -> assertTrue(picture.path("alternative").asText().length() > 80, picture.toString()));
    }

    /** Other programs read the same members in both places. */
    @Test
    void aConversationWithItsVerdictCarriesTheCostsOfTheAdvice() {
        JsonNode seen = Json.of(service.get("/api/conversations/" + consultation()));
        JsonNode advice = advice(costed());
        assertEquals(advice.path("cost"), seen.path("cost"));
        for (String member : List.of("fine_tune", "headline", "option", "probability", "tie", "runner_up")) {
            assertEquals(
                    advice.path("verdict").path(member), seen.path("verdict").path(member), member);
        }
    }

    @Test
    void knowsNoPictureOfAnotherName() {
        assertEquals(
                404,
                service.get("/api/conversations/" + consultation() + "/chart.png?chart=pie")
                        .statusCode());
    }

    private static String consultation() {
        String id = Json.of(service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\"}"))
                .path("id")
                .asText();
        int key = 0;
        for (Map.Entry<String, JsonNode> fact : costed().path("facts").properties()) {
            ObjectNode event = (ObjectNode) Json.of("{}");
            event.put("key", "k" + key).put("fact", fact.getKey()).set("value", fact.getValue());
            assertEquals(
                    200,
                    service.postJson("/api/conversations/" + id + "/events", event.toString())
                            .statusCode(),
                    fact.getKey());
            key++;
        }
        return id;
    }

    private static ObjectNode costed() {
        return (ObjectNode) Json.resource("/api/costed-case.json");
    }

    private static JsonNode advice(JsonNode body) {
        HttpResponse<String> answer = service.postJson("/api/flows/fine-tuning/advice", body.toString());
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.of(answer);
    }

    private static JsonNode costs(JsonNode body) {
        return advice(body).path("cost");
    }

    private static JsonNode option(JsonNode costs, String id) {
        return StreamSupport.stream(costs.path("options").spliterator(), false)
                .filter(option -> option.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
