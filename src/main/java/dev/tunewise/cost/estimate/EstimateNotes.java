package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.workload.CostContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a reader should know about an estimate as a whole, besides what came up while its options were put together. */
record EstimateNotes(CostContext situation, List<CostOption> options, List<CostInput> inputs) {
    /** Parameters that count only where nobody gave the fact beside them. */
    private static final Map<String, String> STAND_INS = Map.of(
            "system_prompt_tokens", "system_prompt_tokens",
            "usd_per_error", "error_cost",
            "query_tokens", "input_tokens",
            "output_tokens_short", "output_tokens",
            "output_tokens_long", "output_tokens");

    private static final int MOST_NAMES = 4;

    List<String> sentences() {
        List<String> sentences = new ArrayList<>(situation.notes);
        notCompared().ifPresent(sentences::add);
        sentences.addAll(idle());
        return sentences;
    }

    private Optional<String> notCompared() {
        List<String> titles = options.stream()
                .filter(CostOption.Unpriced.class::isInstance)
                .filter(CostOption::isTraining)
                .map(CostOption::title)
                .toList();
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        int more = titles.size() - MOST_NAMES;
        return Optional.of("Not compared, because no price list read has all their prices: "
                + String.join("; ", titles.stream().limit(MOST_NAMES).toList())
                + (more > 0 ? "; and " + more + " more" : "")
                + ". Whoever runs Tunewise can add these prices (README, Prices).");
    }

    /** Settings made by hand that change nothing here: silence would let somebody believe that they count. */
    private List<String> idle() {
        Set<String> used = new HashSet<>();
        inputs.forEach(input -> used.add(input.key()));
        situation.settings().forEach(setting -> used.add(setting.key()));
        return situation.facts.parameters().all().stream()
                .filter(parameter ->
                        parameter.basis() == FigureBasis.GIVEN && !used.contains("parameter:" + parameter.key()))
                .map(this::idle)
                .toList();
    }

    private String idle(CostParameter parameter) {
        String fact = STAND_INS.get(parameter.key());
        String reason = fact != null && situation.facts.knows(fact)
                ? "the answer to “" + fact + "” counts instead."
                : "no option of this comparison rests on it.";
        return "“" + parameter.label() + "” (" + parameter.key() + ") was set by hand, and changes nothing here: "
                + reason;
    }
}
