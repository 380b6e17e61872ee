package dev.tunewise.testing;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostCalculator;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.FlowKnowledge;
import dev.tunewise.conversation.understanding.ReaderInterpreter;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.money.Range;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The shipped flow with its words; a few model names and figures that do not move, so that conversations stay the same when prices do. */
public final class FineTuning {
    private static final List<Option> MODELS = List.of(
            new Option("claude-sonnet-4-6", "Claude Sonnet 4.6", ""),
            new Option("gpt-5.4", "GPT-5.4", ""),
            new Option("unknown", "Another model", ""));

    private static final CostParameter HORIZON = new CostParameter(
            "horizon_months",
            "horizon",
            CostInput.Kind.COUNT,
            "months",
            Range.of(12, 12, 12),
            FigureBasis.ASSUMPTION,
            "",
            BigDecimal.ONE,
            BigDecimal.valueOf(120),
            true);

    private FineTuning() {}

    /** A machine along the shipped flow, the same for all: it is a function, and costly to make. */
    public static ConversationEngine machine() {
        return Shared.MACHINE;
    }

    private static final class Shared {
        static final ConversationEngine MACHINE = make();
    }

    private static ConversationEngine make() {
        Flow flow = flow();
        CostCalculator costing = new FiguresOnlyCalculator(FineTuning::figures, Map.of("horizon_months", HORIZON));
        ValueCatalogue models = name -> name.equals("models") ? MODELS : List.of();
        return new ConversationEngine(
                flow,
                new ConversationEngine.Ports(
                        new AdviceBlocks(new Consultant(flow, costing)),
                        new ReaderInterpreter(flow, new MessageReader(flow, names())),
                        new FlowKnowledge(flow, Messages.english()),
                        models,
                        (_, _) -> Optional.empty()),
                Messages.english());
    }

    /** The shipped flow. */
    public static Flow flow() {
        return ReadFlows.fineTuning();
    }

    /** Training pays back sooner the more calls there are. */
    private static FigureCalculator figures(Map<String, BigDecimal> parameters) {
        double horizon = parameters
                .getOrDefault("horizon_months", BigDecimal.valueOf(12))
                .doubleValue();
        return request -> {
            Map<String, Object> known = request.known();
            double calls = known.get("calls_per_day") instanceof Double number ? number : 1000;
            double payback = calls <= 0 ? Double.POSITIVE_INFINITY : 50_000 / calls;
            boolean pays = payback <= horizon;
            boolean costed = known.containsKey("cost_per_1k_calls") || known.containsKey("output_tokens");
            return Map.ofEntries(
                    Map.entry("payback_months", payback),
                    Map.entry("payback_chance", pays ? 90.0 : 5.0),
                    Map.entry("horizon_months", horizon),
                    Map.entry("break_even_calls_per_day", 50_000 / horizon),
                    Map.entry("comparison", !costed ? "open" : pays ? "training" : "other"),
                    Map.entry("best_option", pays ? "fine-tune-api" : "stay"),
                    Map.entry("best_tuning", "fine-tune-api"),
                    Map.entry("recommended", pays ? "Tuned Nova" : "Today"),
                    Map.entry("recommended_cost", 20_000.0),
                    Map.entry("today_cost", 30_000.0),
                    Map.entry("runner_up", pays ? "Today" : "Tuned Nova"),
                    Map.entry("yearly_difference", 10_000.0),
                    Map.entry("certainty", 85.0),
                    Map.entry("closeness", "clear"),
                    Map.entry("target", "met"),
                    Map.entry("hinges_on", "nothing"),
                    Map.entry("error_cost_from", 0.04),
                    Map.entry("model_class", "other"),
                    Map.entry("best_without_training", "Today"),
                    Map.entry("eval_items_needed", 600.0),
                    Map.entry("home", Boolean.TRUE.equals(known.get("must_self_host")) ? "in-house" : "anywhere"),
                    Map.entry("last_tuning", "worse".equals(known.get("tuning_tried")) ? "worse" : "other"),
                    Map.entry("model_standing", "current"),
                    Map.entry("model_kind", "closed-frontier"));
        };
    }

    static NameCatalogue names() {
        return new NameCatalogue() {
            @Override
            public List<String> names(String catalogue) {
                return catalogue.equals("models")
                        ? List.of("claude-sonnet-4-6", "claude sonnet 4.6", "sonnet", "gpt-5.4", "gpt 5.4")
                        : List.of();
            }

            @Override
            public Match resolve(String catalogue, String name) {
                String plain = name.toLowerCase(Locale.ROOT);
                if (plain.contains("sonnet")) {
                    return new Found(new Entry("claude-sonnet-4-6", "Claude Sonnet 4.6"));
                }
                return plain.contains("5.4")
                        ? new Found(new Entry("gpt-5.4", "GPT-5.4"))
                        : new Unknown(List.of(new Entry("gpt-5.4", "GPT-5.4")));
            }
        };
    }
}
