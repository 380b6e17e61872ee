package dev.tunewise.testing;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.Costing;
import dev.tunewise.advice.Dial;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.AdviserCounsel;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.FlowAlmanac;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.ReaderInterpreter;
import dev.tunewise.conversation.Wording;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.flowfile.Loading;
import dev.tunewise.money.Range;
import dev.tunewise.reading.Names;
import dev.tunewise.reading.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shipped flow with its words; a few model names and figures that do not move, so that conversations stay the same when prices do. */
public final class FineTuning {
    private static final List<Option> MODELS = List.of(
            new Option("claude-sonnet-4-6", "Claude Sonnet 4.6", ""),
            new Option("gpt-5.4", "GPT-5.4", ""),
            new Option("unknown", "Another model", ""));

    private static final Dial HORIZON = new Dial(
            "horizon_months",
            "horizon",
            Dial.Kind.COUNT,
            "months",
            Range.exactly(12),
            "assumption",
            BigDecimal.ONE,
            BigDecimal.valueOf(120),
            true);

    private FineTuning() {}

    /** A machine along the shipped flow. */
    public static Machine machine() {
        Flow flow = flow();
        Costing costing = Costing.figuresOnly(FineTuning::figures, Map.of("horizon_months", HORIZON));
        Catalogue models = name -> name.equals("models") ? MODELS : List.of();
        return new Machine(
                flow,
                new Machine.Ports(
                        new AdviserCounsel(new Consultant(flow, costing)),
                        new ReaderInterpreter(flow, new Reader(flow, names())),
                        new FlowAlmanac(flow, Wording.english()),
                        models),
                Wording.english());
    }

    /** The shipped flow. */
    public static Flow flow() {
        return switch (new FlowLoader().load(Path.of("conversation-flows/fine-tuning"))) {
            case Loading.Loaded loaded -> loaded.flow();
            case Loading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Training pays back sooner the more calls there are. */
    private static Figures figures(Map<String, BigDecimal> parameters) {
        double horizon = parameters
                .getOrDefault("horizon_months", BigDecimal.valueOf(12))
                .doubleValue();
        return known -> {
            double calls = known.get("calls_per_day") instanceof Double number ? number : 1000;
            return Map.of(
                    "payback_months",
                    calls <= 0 ? Double.POSITIVE_INFINITY : 50_000 / calls,
                    "horizon_months",
                    horizon,
                    "break_even_calls_per_day",
                    50_000 / horizon,
                    "best_tuning",
                    "fine-tune-api",
                    "best_without_training",
                    "none",
                    "eval_items_needed",
                    600.0,
                    "model_standing",
                    "current",
                    "model_kind",
                    "closed-frontier");
        };
    }

    private static Names names() {
        return new Names() {
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
