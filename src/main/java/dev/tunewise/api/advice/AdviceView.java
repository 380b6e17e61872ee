package dev.tunewise.api.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.answer.CaseAnswer;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that follows from the facts given. */
@Serdeable
public record AdviceView(
        String flow,

        int version,

        String fingerprint,

        @Nullable VerdictView verdict,

        AnswerView answer,

        List<String> needs,

        List<RungView> ladder,

        List<GateView> gates,
        List<FindingView> findings,

        @JsonProperty("would_change") List<FlipView> wouldChange,

        List<AssumptionView> assumptions,

        @Nullable CostAnswer cost,

        List<PriceAnswer> prices,

        @Nullable ExplanationView explanation) {

    /** A lever with its place in the plan. */
    @Serdeable
    record RungView(String lever, String label, String state, String text, List<SourceView> sources) {

        static RungView of(LadderStep rung) {
            return new RungView(
                    rung.lever(), rung.label(), rung.state().id(), rung.text(), SourceView.of(rung.sources()));
        }
    }

    /** Something that must be in place. */
    @Serdeable
    record GateView(
            String id,
            String name,

            String state,

            boolean blocks,

            String todo,
            List<String> asks,
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
    record FindingView(String id, String title, String text, List<String> facts, List<SourceView> sources) {

        public static FindingView of(Observation seen) {
            return new FindingView(
                    seen.finding(),
                    seen.title(),
                    seen.text(),
                    seen.basis().stream().map(Evidence::fact).toList(),
                    SourceView.of(seen.sources()));
        }
    }

    public static AdviceView of(Flow flow, Consultant.Answer answer, CaseAnswer inItsTerms) {
        Advice advice = answer.advice();
        Counterfactuals outlook = answer.outlook();
        return new AdviceView(
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                advice.decision().map(VerdictView::of).orElse(null),
                AnswerView.of(inItsTerms),
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
