package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.catalogue.PriceEntries;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.file.PositionedJson;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each single price of the catalogue, doubled: what rests on it gets dearer or stays, and nothing else moves. */
final class PriceMovesTest {
    private static final PriceCatalogue CATALOGUE = PriceFiles.shipped();
    private static final int SEEDS = 40;
    /** Every so manieth price; all of them with 1. */
    private static final int EACH = Integer.getInteger("prices.each", 12);

    private static final double HALF_A_CENT = 0.0051;

    /** On each of these some total must rest; what only tuned models and long prompts cost is met too seldom and has cases of its own. */
    private static final List<String> MOVING = List.of(
            "models input_per_mtok",
            "models output_per_mtok",
            "models cached_input_per_mtok",
            "models cache_write_per_mtok",
            "models batch_input_per_mtok",
            "models batch_output_per_mtok",
            "gpus on_demand_usd_per_gpu_hour");

    private final Estimator shipped = new Estimator(CATALOGUE);
    private final Map<CostCase, Estimate> before = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    /** How often a total moved, by section and field of the file. */
    private final Map<String, Integer> moved = new TreeMap<>();

    /** A price in a section of the file. `entry`: what names it there. */
    private record One(String section, Map<String, String> entry, String field, BigDecimal price) {
        PriceCatalogue doubled() throws JsonProcessingException {
            Map<String, Object> raised = new LinkedHashMap<>(entry);
            raised.put("confirmed", true);
            raised.put(field, price.multiply(BigDecimal.TWO));
            byte[] file = new ObjectMapper().writeValueAsBytes(Map.of(section, List.of(raised)));
            return switch (PriceFiles.overlay(CATALOGUE, "doubled.json", new ByteArrayInputStream(file))) {
                case LoadResult.Ok<PriceCatalogue> ok -> ok.value();
                case LoadResult.Refused<PriceCatalogue> refused -> throw new AssertionError(this + ": " + refused);
            };
        }
    }

    @Test
    void onlyWhatRestsOnAPriceMovesWithItAndUpwards() throws JsonProcessingException {
        List<One> prices = prices();
        assertTrue(prices.size() > 400, prices.size() + " prices");
        long seed = 1;
        for (int i = 0; i < prices.size(); i += EACH) {
            One price = prices.get(i);
            Estimator dearer = new Estimator(price.doubled());
            look(price, dearer, EstimatePropertiesTest.randomCase(1 + seed++ % SEEDS));
            if (price.section().equals("models")) {
                look(
                        price,
                        dearer,
                        EstimatePropertiesTest.randomCase(1 + seed % SEEDS)
                                .with("cost_per_1k_calls", null)
                                .with("model", price.entry().get("id")));
            }
        }
        assertEquals(List.of(), wrong);
        List<String> idle = MOVING.stream()
                .filter(field -> moved.getOrDefault(field, 0) == 0)
                .toList();
        assertEquals(List.of(), idle, () -> "no total rests on these: " + moved);
    }

    @Test
    void pricesOfTunedModelsAndOfLongPromptsMoveATotalToo() throws JsonProcessingException {
        Set<String> fields = new TreeSet<>();
        for (One price : prices()) {
            boolean tuned = price.field().startsWith("tuned_");
            if (tuned || price.field().startsWith("long_context_")) {
                String field = price.section() + " " + price.field();
                fields.add(field);
                if (moved.getOrDefault(field, 0) == 0) {
                    look(price, new Estimator(price.doubled()), fitting(price, tuned));
                }
            }
        }
        fields.removeIf(field -> moved.getOrDefault(field, 0) > 0);
        assertEquals(List.of(), wrong);
        assertEquals(Set.of(), fields, () -> "no total rests on these: " + moved);
    }

    /** A case that is priced by such a field, where any is: a model of theirs that somebody has tuned, or a prompt beyond every threshold. */
    private static CostCase fitting(One price, boolean tuned) {
        CostCase facts = EstimatePropertiesTest.randomCase(3)
                .with("cost_per_1k_calls", null)
                .with("problems", List.of("wrong-labels"))
                .with("task", "classification")
                .with("must_self_host", false)
                .with("calls_per_day", 50_000.0)
                .with("input_tokens", tuned ? 4000.0 : 500_000.0)
                .with("system_prompt_tokens", tuned ? 3000.0 : 400_000.0);
        String model = price.entry().get("id");
        return price.section().equals("models")
                ? facts.with("model", tuned ? "ft:" + model + ":acme::1" : model)
                : facts;
    }

    private void look(One price, Estimator dearer, CostCase facts) {
        Estimate first = before.computeIfAbsent(facts, shipped::estimate);
        for (Priced after : dearer.estimate(facts).priced()) {
            boolean ofBill = facts.knows("cost_per_1k_calls") && after.id().startsWith("today-");
            if (ofBill || !(first.option(after.id()).orElse(null) instanceof Priced earlier)) {
                continue; // a dearer list makes the same bill a smaller multiple of it
            }
            double up =
                    after.total().amount().subtract(earlier.total().amount()).doubleValue();
            boolean rests = !cited(earlier).equals(cited(after));
            moved.merge(price.section() + " " + price.field(), up > HALF_A_CENT ? 1 : 0, Integer::sum);
            if (up < -HALF_A_CENT || up > HALF_A_CENT && !rests) {
                wrong.add(price + " moves " + after.id() + " by " + up + (rests ? "" : ", which names no such price")
                        + " in " + facts.facts());
            }
        }
    }

    /** The prices that the lines of an option name. */
    private static Map<String, String> cited(Priced option) {
        Map<String, String> cited = new TreeMap<>();
        option.lines().stream()
                .flatMap(line -> line.prices().stream())
                .forEach((PriceRef each) -> cited.put(each.what(), each.price()));
        return cited;
    }

    private static List<One> prices() {
        PriceEntries raw = CATALOGUE.raw();
        List<One> prices = new ArrayList<>();
        raw.models().forEach((id, entry) -> add("models", Map.of("id", id), entry, PriceFigures.MODEL, prices));
        raw.offers().forEach((id, entry) -> add("tuning_offers", Map.of("id", id), entry, PriceFigures.OFFER, prices));
        raw.gpus().forEach(entry -> add("gpus", whole(entry), entry, PriceFigures.GPU, prices));
        raw.vectorStores().forEach(entry -> add("vector_stores", whole(entry), entry, PriceFigures.STORE, prices));
        return prices;
    }

    /** A row that replaces one of the same names is given whole. */
    private static Map<String, String> whole(PositionedJson.Obj row) {
        Map<String, String> whole = new LinkedHashMap<>();
        row.fields().keySet().stream()
                .filter(field -> !row.text(field).isEmpty())
                .forEach(field -> whole.put(field, row.text(field)));
        return whole;
    }

    private static void add(
            String section,
            Map<String, String> names,
            PositionedJson.Obj entry,
            List<String> fields,
            List<One> prices) {
        PriceFigures.of(entry, fields).forEach((field, text) -> {
            boolean money =
                    Stream.of("per_mtok", "usd", "training_price").anyMatch(field::contains) && text.matches("[0-9.]+");
            if (money && new BigDecimal(text).signum() > 0) {
                prices.add(new One(section, names, field, new BigDecimal(text)));
            }
        });
    }
}
