package dev.tunewise.advice;

import dev.tunewise.advice.counterfactual.CounterfactualSearch;
import dev.tunewise.advice.counterfactual.ParallelSearch;
import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.evaluation.Ladder;
import dev.tunewise.advice.explanation.Explainer;
import dev.tunewise.advice.explanation.TestDescriber;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Finding;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns answers into advice along a flow. It keeps no state: the same answers always give the same advice. Safe for use by several threads if the
 * figures are.
 */
public final class Adviser {
    /** For looking around: the likely values, and few samples where these lead elsewhere. */
    private static final int ONE_DRAW = 1;

    private static final int FEW_DRAWS = 128;
    private final Flow flow;
    private final FigureCalculator figures;
    private final FlowTexts words;
    private final FactDependencies reach;
    private final Ladder ladder;
    private final Explainer explainer;
    private final DecisionHeadline headlines;

    /** An adviser along a flow. `figures`: works out what the flow declares as figures. */
    public Adviser(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        this.figures = figures;
        words = new FlowTexts(flow);
        reach = new FactDependencies(flow, figures::mayTakeIn);
        ladder = new Ladder(words);
        headlines = new DecisionHeadline(flow, words);
        explainer = new Explainer(words, new TestDescriber(flow, words), reach);
    }

    /** What follows from these answers. Answers to facts that the flow does not declare are passed over. */
    public Advice advise(Answers answers) {
        AdviceContext theCase = new AdviceContext(flow, figures, words, answers);
        InterviewStatus standing = theCase.standing();
        Optional<Rule> decided = standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                ? Optional.of(rule)
                : Optional.empty();
        return new Advice(
                decided.map(rule -> decision(theCase, rule)),
                standing.asks(),
                ladder.of(theCase, decided),
                flow.gates().stream().map(gate -> gate(theCase, gate)).toList(),
                findings(theCase),
                decided.map(rule -> explainer.explain(theCase, rule)).orElse(Explanation.NONE),
                assumptions(answers, standing));
    }

    /** What can be told where no rule decides yet without working out any figure: what is asked next, and what was taken for granted. */
    Advice undecided(Answers answers, InterviewStatus standing) {
        return new Advice(
                Optional.empty(),
                standing.asks(),
                List.of(),
                List.of(),
                List.of(),
                Explanation.NONE,
                assumptions(answers, standing));
    }

    /**
     * Which single changes would change the advice. This evaluates the rules many times and so costs more than {@link #advise}; call it when the
     * answer is shown.
     */
    public Counterfactuals outlook(Answers answers) {
        return search(answers, _ -> true).found();
    }

    /** The same, looked for as it is asked for. `told`: which changes are told. */
    ParallelSearch search(Answers answers, Predicate<Counterfactual> told) {
        Set<String> tried =
                flow.facts().stream().map(Fact::id).filter(answers::knows).collect(Collectors.toSet());
        return new ParallelSearch(flow.facts(), () -> newSearch(answers), told, tried);
    }

    private Optional<CounterfactualSearch> newSearch(Answers answers) {
        FigureCalculator tested = figures.asking(FigureInputs.tested(flow));
        AdviceContext likely = new AdviceContext(flow, tested.rough(ONE_DRAW), words, answers);
        AdviceContext exact = new AdviceContext(flow, tested.withoutTable(), words, answers);
        AdviceContext told = new AdviceContext(flow, figures.withoutTable(), words, answers);
        AdviceContext few = new AdviceContext(flow, tested.rough(FEW_DRAWS), words, answers);
        AdviceContext theCase = ruleOf(likely).equals(ruleOf(exact)) ? likely : few;
        return theCase.standing() instanceof InterviewStatus.Decided
                ? Optional.of(new CounterfactualSearch(theCase, few, exact, told, reach, words))
                : Optional.empty();
    }

    private static Optional<String> ruleOf(AdviceContext theCase) {
        return theCase.standing() instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                ? Optional.of(rule.id())
                : Optional.empty();
    }

    private Decision decision(AdviceContext theCase, Rule rule) {
        List<Decision.Reason> reasons = new ArrayList<>();
        for (Rule.Reason reason : rule.because()) {
            Condition when = reason.when();
            if (when == null || theCase.evaluate(when).holds()) {
                reasons.add(new Decision.Reason(
                        reason.id(),
                        theCase.text("rules." + rule.id() + ".because." + reason.id()),
                        rule.id(),
                        theCase.basis(new HashSet<>(reason.facts())),
                        words.cited(reason.sources())));
            }
        }
        return new Decision(
                rule.id(),
                rule.verdict(),
                rule.lever(),
                headlines.headline(theCase, rule, ""),
                headlines.withoutCosts(theCase, rule),
                headlines.first(theCase, rule),
                flow.verdict(rule.verdict()).asksGates(),
                null,
                reasons);
    }

    private GateState gate(AdviceContext theCase, Gate gate) {
        Condition met = gate.met();
        Tristate truth = met == null ? new Tristate.False() : theCase.evaluate(met);
        GateState.State state =
                met == null ? GateState.State.TO_DO : truth.holds() ? GateState.State.MET : GateState.State.OPEN;
        List<String> asks =
                met != null && truth instanceof Tristate.Needs ? theCase.missing(met, theCase.answers) : List.of();
        String key = "gates." + gate.id();
        String unknown = truth instanceof Tristate.Needs ? theCase.text(key + ".unknown") : "";
        return new GateState(
                gate.id(),
                state,
                theCase.text(key + ".name"),
                unknown.isEmpty() ? theCase.text(key + ".todo") : unknown,
                gate.blocks(),
                asks,
                words.cited(gate.sources()));
    }

    private List<Observation> findings(AdviceContext theCase) {
        List<Observation> observations = new ArrayList<>();
        for (Finding finding : flow.findings()) {
            if (theCase.evaluate(finding.when()).holds()) {
                String key = "findings." + finding.id();
                observations.add(new Observation(
                        finding.id(),
                        theCase.text(key + ".title"),
                        theCase.text(key + ".text"),
                        theCase.basis(finding.when().facts()),
                        words.cited(finding.sources())));
            }
        }
        return observations;
    }

    private List<Assumption> assumptions(Answers answers, InterviewStatus standing) {
        Set<String> used = used(standing);
        List<Assumption> assumptions = new ArrayList<>();
        for (Fact fact : flow.facts()) {
            Optional<SourcedAnswer> assumed = answers.get(fact.id()).filter(SourcedAnswer::assumed);
            if (assumed.isPresent() && used.contains(fact.id())) {
                SourcedAnswer given = assumed.get();
                assumptions.add(new Assumption(
                        fact.id(), words.label(fact.id()), words.values().assumed(fact, given.value()), given));
            }
        }
        return assumptions;
    }

    /** The facts that the rules up to the first that does not fail can depend on, and those of the gates that are asked with its verdict. */
    private Set<String> used(InterviewStatus standing) {
        Set<String> used = new HashSet<>();
        Optional<String> last = switch (standing) {
            case InterviewStatus.Open open -> Optional.of(open.focus().id());
            case InterviewStatus.Decided decided -> Optional.of(decided.rule().id());
            case InterviewStatus.DeadEnd _ -> Optional.empty();
        };
        for (int index = 0; index < flow.rules().size(); index++) {
            used.addAll(reach.ofRule(index));
            if (last.equals(Optional.of(flow.rules().get(index).id()))) {
                break;
            }
        }
        if (standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                && flow.verdict(rule.verdict()).asksGates()) {
            flow.gates().stream().map(Gate::met).filter(Objects::nonNull).forEach(met -> used.addAll(reach.of(met)));
        }
        return used;
    }
}
