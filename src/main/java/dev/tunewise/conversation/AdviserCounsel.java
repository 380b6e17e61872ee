package dev.tunewise.conversation;

import dev.tunewise.advice.Advice;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostView;
import dev.tunewise.advice.Decision;
import dev.tunewise.advice.Dial;
import dev.tunewise.advice.GateState;
import dev.tunewise.advice.Rung;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Interview;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The advice of a consultant, shown as blocks. */
public final class AdviserCounsel implements Counsel {
    private final Consultant consultant;
    private final AnswerBlocks blocks;
    private final KeyFigures figures = new KeyFigures(AnswerWording.english());

    /** Counsel by this consultant. */
    public AdviserCounsel(Consultant consultant) {
        this.consultant = consultant;
        blocks = new AnswerBlocks(consultant.flow());
    }

    @Override
    public Interview interview(Map<String, BigDecimal> parameters) {
        return consultant.interview(parameters);
    }

    @Override
    public Map<String, Dial> parameters() {
        return consultant.parameters();
    }

    @Override
    public Counselled advise(Answers answers, Map<String, BigDecimal> parameters) {
        Consultant.Answer answer = consultant.answer(answers, parameters);
        Decision decision = answer.advice()
                .decision()
                .orElseThrow(() -> new IllegalStateException("Advice was asked for before a rule decided"));
        return new Counselled(
                decision.headline(),
                decision.verdict(),
                answer.advice().rung(Rung.State.NOW).map(Rung::label).orElse(decision.lever()),
                answer.cost().map(CostView::monthly).orElse(""),
                open(decision, answer.advice()),
                blocks.answer(answer.advice(), answer.outlook(), answer.cost()),
                blocks.explanation(answer.advice()),
                answer.outlook().flips().stream()
                        .map(flip -> new Turn(flip.fact(), flip.at()))
                        .toList(),
                answer.cost().map(figures::of).orElse(List.of()));
    }

    private static List<String> open(Decision decision, Advice advice) {
        return decision.asksGates()
                ? advice.gates().stream()
                        .filter(gate -> gate.state() != GateState.State.MET)
                        .map(GateState::name)
                        .toList()
                : List.of();
    }
}
