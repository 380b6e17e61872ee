package dev.tunewise.costing;

import dev.tunewise.advice.result.AssumedValue;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an estimate was calculated with in place of facts that nobody knew, in the units of the facts. */
final class AssumedValues {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SYSTEM = "system_prompt_tokens";

    /** The parameter that stands in for a fact. */
    private static final Map<String, String> FACTS = Map.of(
            SYSTEM,
            SYSTEM,
            "usd_per_error",
            "error_cost",
            "output_tokens_short",
            "output_tokens",
            "output_tokens_long",
            "output_tokens",
            "assumed_calls_per_day",
            "calls_per_day");

    /** The same, where the fact is a percentage and the parameter a share. */
    private static final Map<String, String> SHARES =
            Map.of("quality_now_share", "quality_now", "quality_target_share", "quality_target");

    static List<AssumedValue> of(Estimate estimate) {
        List<AssumedValue> standIns = new ArrayList<>();
        for (CostInput input : estimate.assumed()) {
            String key = input.key().replaceFirst("^parameter:", "");
            if (FACTS.containsKey(key)) {
                standIns.add(new AssumedValue(FACTS.get(key), input.range(), List.of(key)));
            } else if (SHARES.containsKey(key)) {
                standIns.add(new AssumedValue(SHARES.get(key), times(input.range(), HUNDRED), List.of(key)));
            } else if (key.equals("query_tokens")) {
                standIns.add(input(estimate, input.range()));
            }
        }
        return standIns;
    }

    /** Where nobody knows the input it is the stable part of the prompt and what changes with each call. */
    private static AssumedValue input(Estimate estimate, Range fresh) {
        Optional<Range> said = estimate.facts().quantity(SYSTEM);
        Range stable =
                said.orElseGet(() -> estimate.facts().parameters().get(SYSTEM).range());
        return new AssumedValue(
                "input_tokens",
                new Range(
                        stable.low().add(fresh.low()),
                        stable.likely().add(fresh.likely()),
                        stable.high().add(fresh.high())),
                said.isPresent() ? List.of("query_tokens") : List.of("query_tokens", SYSTEM));
    }

    private static Range times(Range range, BigDecimal factor) {
        return new Range(
                range.low().multiply(factor),
                range.likely().multiply(factor),
                range.high().multiply(factor));
    }
}
