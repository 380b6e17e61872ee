package dev.tunewise.conversation;

import dev.tunewise.advice.Advice;
import dev.tunewise.advice.Adviser;
import dev.tunewise.advice.Cited;
import dev.tunewise.advice.Decision;
import dev.tunewise.advice.GateState;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Interview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The advice of a flow without a cost model. */
public final class AdviserCounsel implements Counsel {
    private final Flow flow;
    private final Function<Map<String, BigDecimal>, Figures> figures;
    private final Set<String> parameters;
    private final Interview usual;
    private final Adviser adviser;

    /**
     * Counsel along a flow.
     *
     * @param figures the figures for cost parameters set by hand
     * @param parameters keys of the parameters that may be set
     */
    public AdviserCounsel(Flow flow, Function<Map<String, BigDecimal>, Figures> figures, Set<String> parameters) {
        this.flow = flow;
        this.figures = figures;
        this.parameters = Set.copyOf(parameters);
        this.usual = new Interview(flow, figures.apply(Map.of()));
        this.adviser = new Adviser(flow, figures.apply(Map.of()));
    }

    @Override
    public Interview interview(Map<String, BigDecimal> set) {
        return set.isEmpty() ? usual : new Interview(flow, figures.apply(set));
    }

    @Override
    public Set<String> parameters() {
        return parameters;
    }

    @Override
    public Counselled advise(Answers answers, Map<String, BigDecimal> set) {
        Advice advice = (set.isEmpty() ? adviser : new Adviser(flow, figures.apply(set))).advise(answers);
        Decision decision = advice.decision()
                .orElseThrow(() -> new IllegalStateException("Advice was asked for before a rule decided"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(decision.headline()));
        blocks.add(new Block.Bullets(
                decision.reasons().stream().map(AdviserCounsel::reason).toList()));
        return new Counselled(
                decision.headline(),
                decision.verdict(),
                new Words(flow).lever(decision.lever()),
                "",
                open(advice),
                blocks,
                blocks);
    }

    private static Text reason(Decision.Reason reason) {
        String sources = reason.sources().stream().map(Cited::line).collect(Collectors.joining("; "));
        return Text.plain(sources.isEmpty() ? reason.text() : reason.text() + " (" + sources + ")");
    }

    private static List<String> open(Advice advice) {
        return advice.decision().stream().anyMatch(Decision::asksGates)
                ? advice.gates().stream()
                        .filter(gate -> gate.state() != GateState.State.MET)
                        .map(GateState::name)
                        .toList()
                : List.of();
    }
}
