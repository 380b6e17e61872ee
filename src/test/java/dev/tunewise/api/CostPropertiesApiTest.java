package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.api.request.RequestFactReader;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every costed answer as the API writes it, whatever is asked; as many bodies as the property {@code bodies} says. */
final class CostPropertiesApiTest {
    private static final int BODIES = Integer.getInteger("bodies", 20);
    private static final Pattern A_YEAR = Pattern.compile("(?:costs|for) \\$([\\d,.]+\\d) a year");
    private static final Pattern TODAY = Pattern.compile("against \\$([\\d,.]+\\d) today");
    private static final List<List<String>> PROBLEMS = List.of(
            List.of("wrong-labels"),
            List.of("too-expensive"),
            List.of("too-expensive", "wrong-labels"),
            List.of("style-drift"),
            List.of("too-slow", "too-expensive"));
    private static final List<String> MODELS = List.of(
            "claude-sonnet-4.6",
            "claude-opus-4.7",
            "claude-haiku-5-5",
            "gpt-5.4",
            "gpt-5.5",
            "gemini-3.5-flash",
            "deepseek-v4-pro",
            "gpt-6-luna",
            "unknown");
    /** Prices that may be set by hand, and dearer ones. */
    private static final Map<String, List<Integer>> PRICES = Map.of(
            "token_price_share", List.of(1, 2),
            "gpu_price_share", List.of(1, 2),
            "engineer_usd_per_hour", List.of(100, 150),
            "label_usd_each", List.of(1, 2),
            "classifier_host_usd_per_month", List.of(40, 80));

    @TempDir
    private static Path folder;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static Service service;
    private static ServedFlow served;
    private static NameCatalogue names;

    @BeforeAll
    static void start() {
        service = Service.start(folder, Map.of());
        served = service.part(ServedFlows.class).find("fine-tuning").orElseThrow();
        names = service.part(NameCatalogue.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyPriceVolumeAndErrorMovesTotalsOnlyTheRightWay() {
        for (int seed = 1; seed <= BODIES; seed++) {
            Random random = new Random(seed);
            ObjectNode body = body(random);
            JsonNode base = advice(body);
            List<String> prices = PRICES.keySet().stream().sorted().toList();
            String price = prices.get(random.nextInt(prices.size()));
            ObjectNode dearer = body.deepCopy();
            dearer.withObjectProperty("parameters").put(price, PRICES.get(price).getLast());
            noneLower(base, advice(dearer), "seed " + seed + " " + price, true);
            double calls = body.path("facts").path("calls_per_day").asDouble();
            noneLower(base, advice(with(body, "calls_per_day", 2 * calls)), "seed " + seed + " calls", false);
            JsonNode error = body.path("facts").path("error_cost");
            if (error.isNumber()) {
                JsonNode costlier = advice(with(body, "error_cost", error.asDouble() + 0.5));
                noneLower(base, costlier, "seed " + seed + " errors", false);
            }
            if (body.path("facts").has("cost_per_1k_calls")) {
                double bill = body.path("facts").path("cost_per_1k_calls").asDouble();
                noneLower(base, advice(with(body, "cost_per_1k_calls", 1.5 * bill)), "seed " + seed + " bill", false);
            }
        }
    }

    @Test
    void atItsBreakEvenAnOptionCostsWhatTodayCosts() {
        for (int seed = 1; seed <= BODIES; seed++) {
            ObjectNode body = body(new Random(seed));
            JsonNode cost = advice(body).path("cost");
            List<JsonNode> found = new ArrayList<>();
            cost.path("break_even").forEach(found::add);
            found.removeIf(each ->
                    each.path("volume").asDouble() <= 1 || each.path("volume").asDouble() > 1e7);
            if (!found.isEmpty()) {
                JsonNode one = found.get(new Random(seed).nextInt(found.size()));
                double volume = one.path("volume").asDouble();
                Map<String, JsonNode> there = options(advice(with(body, "calls_per_day", volume)));
                String about = "seed " + seed + " " + one;
                JsonNode option = there.get(one.path("option").asText());
                assertTrue(option != null, about);
                int months = cost.path("horizon_months").asInt();
                double today = likely(there.get("today"), months);
                assertEquals(today, likely(option, months), 1 + 0.002 * today, about);
            }
        }
    }

    @Test
    void headlineRowNextBestAndLinesSayTheSame() {
        int named = 0;
        for (int seed = 1; seed <= BODIES; seed++) {
            JsonNode advice = advice(body(new Random(seed)));
            JsonNode verdict = advice.path("verdict");
            int months = advice.path("cost").path("horizon_months").asInt();
            Map<String, JsonNode> options = options(advice);
            options.values().forEach(option -> linesAddUp(option));
            JsonNode best = options.get(verdict.path("option").asText(""));
            if (best == null) {
                continue;
            }
            named++;
            String about = "seed " + seed + " " + verdict;
            assertTrue(best.path("eligible").asBoolean(), about);
            boolean trains = best.path("lever").asText().startsWith("fine-tune");
            assertEquals(trains, !verdict.path("fine_tune").asText().equals("no"), about);
            String headline = verdict.path("headline").asText();
            if (headline.contains("errors included") || headline.contains("left out")) {
                told(headline, A_YEAR, yearly(best, months), about);
                told(headline, TODAY, yearly(options.get("today"), months), about);
            }
            JsonNode second = verdict.path("runner_up");
            if (!second.isNull()) {
                JsonNode row = options.get(second.path("option").asText());
                assertTrue(row.path("eligible").asBoolean(), about);
                assertEquals(
                        yearly(row, months) - yearly(best, months),
                        second.path("yearly_difference").asDouble(),
                        0.02,
                        about);
            }
        }
        assertTrue(named > BODIES / 2, "only " + named);
    }

    private static void linesAddUp(JsonNode option) {
        Map<String, String> parts = Map.of("setup", "setup", "monthly", "monthly", "errors", "error_cost_monthly");
        parts.forEach((part, amount) -> {
            double sum = 0;
            int lines = 0;
            for (JsonNode line : option.path("lines")) {
                if (line.path("part").asText().equals(part)) {
                    sum += line.path("amount").path("likely").asDouble();
                    lines++;
                }
            }
            assertEquals(
                    sum, option.path(amount).path("likely").asDouble(), 0.01 * (1 + lines), option.path("id") + part);
        });
    }

    private static void told(String headline, Pattern amount, double expected, String about) {
        Matcher found = amount.matcher(headline);
        while (found.find()) {
            assertEquals(expected, Double.parseDouble(found.group(1).replace(",", "")), 1.01, about);
        }
    }

    /** `alike`: whether an option whose likely sum stays is to have the same total as before. */
    private static void noneLower(JsonNode before, JsonNode after, String about, boolean alike) {
        int months = before.path("cost").path("horizon_months").asInt();
        Map<String, JsonNode> then = options(after);
        options(before).forEach((id, option) -> {
            JsonNode other = then.get(id);
            if (other != null && other.path("name").equals(option.path("name"))) {
                double sum = likely(option, months);
                double moved = likely(other, months) - sum;
                double total = option.path("total").path("likely").asDouble();
                double totalThen = other.path("total").path("likely").asDouble();
                String where = about + " " + id + ": " + sum + " + " + moved + ", " + total + " to " + totalThen;
                assertTrue(moved >= -0.02 - 1e-6 * sum, where);
                assertTrue(totalThen >= total - 0.05 - 1e-6 * total, where);
                assertTrue(!alike || moved != 0 || Math.abs(totalThen - total) <= 0.05 + 1e-4 * total, where);
            }
        });
    }

    private static double yearly(JsonNode option, int months) {
        return option.path("total").path("likely").asDouble() * 12 / months;
    }

    private static double likely(JsonNode option, int months) {
        return option.path("setup").path("likely").asDouble()
                + months
                        * (option.path("monthly").path("likely").asDouble()
                                + option.path("error_cost_monthly")
                                        .path("likely")
                                        .asDouble());
    }

    private static Map<String, JsonNode> options(JsonNode advice) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        for (JsonNode option : advice.path("cost").path("options")) {
            if (option.path("total").isObject()) {
                options.put(option.path("id").asText(), option);
            }
        }
        return options;
    }

    /** What the service answers, without the search for what would change it, which is most of the time and none of the sums. */
    private static JsonNode advice(ObjectNode body) {
        RequestFactReader reader = new RequestFactReader(served.flow(), names);
        Answers read = reader.billed(reader.answers(body.withObjectProperty("facts")));
        Consultant consultant = served.consultant();
        Map<String, BigDecimal> parameters =
                reader.parameters(body.withObjectProperty("parameters"), consultant.parameters());
        assertEquals(List.of(), reader.faults(), body.toString());
        Consultant.Estimated made = consultant.estimate(consultant.withRanges(read, parameters), parameters);
        return MAPPER.valueToTree(AdviceDocument.of(made.advice(), Counterfactuals.NONE, made.cost()));
    }

    private static ObjectNode with(ObjectNode body, String fact, double value) {
        ObjectNode other = body.deepCopy();
        other.withObjectProperty("facts").put(fact, value);
        return other;
    }

    private static ObjectNode body(Random random) {
        ObjectNode body = (ObjectNode) Json.resource("/api/costed-case.json");
        ObjectNode facts = body.withObjectProperty("facts");
        facts.remove(List.of("monthly_bill", "cost_per_1k_calls"));
        facts.putArray("problems").removeAll();
        PROBLEMS.get(random.nextInt(PROBLEMS.size())).forEach(facts.withArrayProperty("problems")::add);
        facts.put(
                "task",
                List.of("classification", "extraction", "generation", "ranking").get(random.nextInt(4)));
        facts.put("model", MODELS.get(random.nextInt(MODELS.size())));
        facts.put("calls_per_day", Math.rint(Math.pow(10, 1 + 5 * random.nextDouble())));
        int input = (int) Math.pow(10, 1.7 + 2.5 * random.nextDouble());
        facts.put("input_tokens", input);
        facts.put("system_prompt_tokens", random.nextInt(input));
        facts.put("output_tokens", (int) Math.pow(10, 3 * random.nextDouble()));
        facts.put("quality_now", 60 + random.nextInt(39));
        facts.put("quality_target", 70 + random.nextInt(30));
        facts.put("runs_gpus", random.nextBoolean());
        if (random.nextInt(3) > 0) {
            facts.put("error_cost", Math.rint(1000 * Math.pow(10, -3 + 4 * random.nextDouble())) / 1000);
        } else {
            facts.putNull("error_cost");
        }
        if (random.nextInt(3) == 0) {
            facts.put("waits", random.nextBoolean());
        }
        if (random.nextInt(6) == 0) {
            facts.put("must_self_host", true).put("open_model", "falls-short");
        }
        if (random.nextInt(4) == 0) {
            facts.put("cost_per_1k_calls", Math.rint(100 * Math.pow(10, 2 * random.nextDouble())) / 100);
            if (random.nextBoolean()) {
                facts.remove(List.of("input_tokens", "output_tokens"));
            }
        }
        ObjectNode parameters = body.withObjectProperty("parameters");
        PRICES.forEach((price, values) -> parameters.put(price, values.getFirst()));
        return body;
    }
}
