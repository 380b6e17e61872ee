package dev.tunewise.cost;

import static dev.tunewise.cost.Cases.style;
import static dev.tunewise.cost.Cases.tickets;
import static dev.tunewise.cost.GoldenFintech.ESTIMATOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever may be set by hand has an effect where it should, or the estimate says that it has none. */
final class ParameterEffectTest {
    /** Cases that between them offer every option. */
    private static final List<CostCase> CASES = List.of(
            tickets().with("system_prompt_tokens", 1100.0).with("examples", null),
            tickets().with("runs_gpus", true),
            tickets().with("runs_gpus", true).with("calls_per_day", 40_000_000.0),
            style().with("runs_gpus", true).with("calls_per_day", 5_000_000.0),
            tickets().with("model", "grok 4.3").with("system_prompt_tokens", 1100.0),
            longAnswers(),
            tickets().with("quality_now", null).with("quality_target", null).with("calls_per_day", null),
            tickets().with("must_self_host", true).with("open_model", "not-tried"),
            tickets().with("stronger_model", "not-tried"),
            tickets().with("error_cost", null).with("prompt_work", null),
            tickets().with("input_tokens", null).with("output_tokens", null).with("system_prompt_tokens", null),
            CostCase.from(
                    Map.of(
                            "problems",
                            List.of("missing-knowledge", "style-drift"),
                            "task",
                            "generation",
                            "quality_now",
                            80.0,
                            "quality_target",
                            90.0,
                            "model",
                            "sonnet 4.6",
                            "calls_per_day",
                            1_000_000.0),
                    Cases.TODAY,
                    Parameters.shipped()));

    private static final List<Map<String, Object>> BEFORE =
            CASES.stream().map(ParameterEffectTest::amounts).toList();

    static Stream<String> keys() {
        return Parameters.shipped().all().stream().map(CostParameter::key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyParameterChangesAnAmount(String key) {
        Parameters changed = Parameters.shipped().with(Map.of(key, other(key)));
        boolean effect = IntStream.range(0, CASES.size())
                .anyMatch(i -> !BEFORE.get(i).equals(amounts(CASES.get(i).with(changed))));
        assertTrue(effect, key + " set to " + other(key) + " changes no amount of any case");
    }

    @Test
    void saysWhatWasSetInVain() {
        CostCase facts = tickets().with(Parameters.shipped().with(Map.of("usd_per_error", 3, "corpus_tokens", 7)));
        List<String> notes = ESTIMATOR.estimate(facts).notes();
        assertTrue(
                notes.contains("“cost of a wrong answer” (usd_per_error) was set by hand, and changes nothing here: the"
                        + " answer to “error_cost” counts instead."),
                notes.toString());
        assertTrue(
                notes.contains("“size of the documents to retrieve from” (corpus_tokens) was set by hand, and changes"
                        + " nothing here: no option of this comparison rests on it."),
                notes.toString());
    }

    @Test
    void namesEveryFigureThatIsNotGivenWithItsRangeAndBasis() {
        for (CostInput input : ESTIMATOR.estimate(tickets()).assumed()) {
            assertTrue(!input.label().isEmpty() && !input.source().isEmpty(), input.toString());
        }
        List<String> keys = ESTIMATOR.estimate(tickets()).assumed().stream()
                .map(CostInput::key)
                .toList();
        assertTrue(
                keys.containsAll(List.of(
                        "fact:quality_now",
                        "parameter:label_usd_each",
                        "parameter:horizon_months",
                        "parameter:discount_rate_per_year",
                        "parameter:wanted_probability",
                        "parameter:tie_share")),
                keys.toString());
    }

    /** Calls so many that a tuned small model saves a little more than a cheap one as it is. */
    private static CostCase longAnswers() {
        return tickets()
                .with("problems", List.of("too-expensive"))
                .with("task", "extraction")
                .with("calls_per_day", 100_000_000.0)
                .with("input_tokens", 500.0)
                .with("output_tokens", 20.0);
    }

    /** Everything in money that a case comes to. */
    private static Map<String, Object> amounts(CostCase facts) {
        Estimate estimate = ESTIMATOR.estimate(facts);
        Map<String, Object> amounts = new LinkedHashMap<>();
        for (Priced option : estimate.priced()) {
            option.lines()
                    .forEach(line -> amounts.merge(
                            option.id() + ": " + line.label(), line.amount(), (a, b) -> ((Money) a).plus((Money) b)));
            amounts.put(option.id() + ": total", option.total());
            amounts.put(
                    option.id() + ": worth",
                    String.valueOf(option.detail().get().worth()));
        }
        amounts.put("choice", estimate.choice());
        return amounts;
    }

    private static BigDecimal other(String key) {
        BigDecimal likely = Parameters.shipped().get(key).range().likely();
        return switch (key) {
            case "horizon_months" -> BigDecimal.valueOf(7);
            case "tie_share" -> BigDecimal.ZERO;
            case "cache_minimum_tokens" -> BigDecimal.valueOf(4000);
            case "untested_quality_shift",
                    "classifier_quality_shift",
                    "open_model_quality_shift",
                    "classifier_first_quality_shift" -> new BigDecimal("-0.3");
            default -> likely.divide(BigDecimal.TWO);
        };
    }
}
