package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.api.cost.CostAnswer;
import dev.tunewise.api.cost.PriceAnswer;
import dev.tunewise.flow.Flow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that follows from the facts given. */
@Serdeable
public record AdviceView(
        @Schema(description = "id of the flow", example = "fine-tuning")
        String flow,

        @Schema(description = "its author's version") int version,

        @Schema(description = "hash of its files, to tell later which text gave this answer")
        String fingerprint,

        @Schema(description = "null while facts are missing", nullable = true) @Nullable
        VerdictView verdict,

        @Schema(
                description =
                        "facts to give next, the first one first: those the verdict depends on or, after it, those of its gates")
        List<String> needs,

        @Schema(description = "all levers in climbing order")
        List<RungView> ladder,

        @Schema(description = "what must be in place") List<GateView> gates,
        @Schema(description = "risks seen in the facts") List<FindingView> findings,

        @Schema(description = "single changes that change the verdict, the nearest and most plausible first")
        @JsonProperty("would_change")
        List<FlipView> wouldChange,

        @Schema(description = "what was taken for granted") List<AssumptionView> assumptions,

        @Schema(description = "the options in money; null where the facts are not enough to reckon", nullable = true)
        @Nullable
        CostAnswer cost,

        @Schema(description = "the prices behind the costs, each with its date")
        List<PriceAnswer> prices,

        @Schema(description = "why this verdict and no other; null while nothing is decided", nullable = true) @Nullable
        ExplanationView explanation) {

    /** A lever with its place in the plan. */
    @Serdeable
    record RungView(
            String lever,
            String label,

            @Schema(allowableValues = {"done", "now", "next", "later", "not-for-this"})
            String state,

            @Schema(description = "why it has this place, or what to do about it")
            String text,

            List<SourceView> sources) {
        static RungView of(LadderStep rung) {
            return new RungView(
                    rung.lever(), rung.label(), rung.state().id(), rung.text(), SourceView.of(rung.sources()));
        }
    }

    /** Something that must be in place. */
    @Serdeable
    record GateView(
            @Schema(description = "id of the gate") String id,
            String name,

            @Schema(allowableValues = {"met", "open", "to-do"})
            String state,

            @Schema(description = "whether a verdict waits for it")
            boolean blocks,

            @Schema(description = "what to do about it") String todo,
            @Schema(description = "facts that would tell") List<String> asks,
            List<SourceView> sources) {
        static GateView of(GateState gate) {
            return new GateView(
                    gate.gate(),
                    gate.name(),
                    gate.state().id(),
                    gate.blocks(),
                    gate.todo(),
                    gate.asks(),
                    SourceView.of(gate.sources()));
        }
    }

    /** A risk or anti-pattern seen in the facts. */
    @Serdeable
    record FindingView(
            @Schema(description = "id of the finding") String id,
            String title,
            String text,

            @Schema(description = "ids of the facts it rests on")
            List<String> facts,

            List<SourceView> sources) {
        public static FindingView of(Observation seen) {
            return new FindingView(
                    seen.finding(),
                    seen.title(),
                    seen.text(),
                    seen.basis().stream().map(Evidence::fact).toList(),
                    SourceView.of(seen.sources()));
        }
    }

    public static AdviceView of(Flow flow, Consultant.Answer answer) {
        Advice advice = answer.advice();
        Counterfactuals outlook = answer.outlook();
        return new AdviceView(
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                advice.decision().map(VerdictView::of).orElse(null),
                advice.needs(),
                advice.ladder().stream().map(RungView::of).toList(),
                advice.gates().stream().map(GateView::of).toList(),
                advice.findings().stream().map(FindingView::of).toList(),
                outlook.flips().stream().map(FlipView::of).toList(),
                advice.assumptions().stream()
                        .map(each -> AssumptionView.of(each, outlook))
                        .toList(),
                answer.cost().map(CostAnswer::of).orElse(null),
                answer.cost()
                        .map(view -> view.prices().stream().map(PriceAnswer::of).toList())
                        .orElse(List.of()),
                advice.decision().isEmpty() ? null : ExplanationView.of(advice.explanation()));
    }
}
