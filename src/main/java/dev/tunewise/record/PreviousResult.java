package dev.tunewise.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a record says was advised when it was made, to hold against what follows from it today.
 *
 * @param rule id of the rule that decided; empty while open
 * @param headline the verdict in a sentence; empty while open
 * @param prices the prices that were used, by what they are for, as they are written
 */
public record PreviousResult(String rule, String headline, Map<String, String> prices) {
    static PreviousResult of(JsonNode answer) {
        Map<String, String> prices = new LinkedHashMap<>();
        answer.path("prices")
                .forEach(price -> prices.put(
                        price.path("model").asText(), price.path("price").asText()));
        JsonNode verdict = answer.path("verdict");
        return new PreviousResult(
                verdict.path("rule").asText(), verdict.path("headline").asText(), prices);
    }

    public static PreviousResult of(Consultant.Answer answer) {
        Map<String, String> prices = new LinkedHashMap<>();
        answer.cost()
                .map(CostComparison::prices)
                .orElse(List.of())
                .forEach(price -> prices.put(price.model(), price.text()));
        return new PreviousResult(
                answer.advice().decision().map(Decision::rule).orElse(""),
                answer.advice().decision().map(Decision::headline).orElse(""),
                prices);
    }

    /** Prices that are others now, each in a line; those that only one side uses are left out. */
    public List<String> otherPrices(PreviousResult now) {
        List<String> others = new ArrayList<>();
        prices.forEach((model, price) -> {
            String other = now.prices.get(model);
            if (other != null && !other.equals(price)) {
                others.add(model + ": " + price + " then, " + other + " now");
            }
        });
        return others;
    }
}
