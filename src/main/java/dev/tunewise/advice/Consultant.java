package dev.tunewise.advice;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.answer.CaseAnswerer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.forecast.Forecaster;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Advice together with what it costs, for answers and cost parameters set by hand. Safe for use by several threads. */
public final class Consultant {
    private final Flow flow;
    private final CostCalculator costing;
    private final Adviser usual;
    private final Interview usualInterview;
    private final Interview usualOutline;
    private final Forecaster usualForecaster;
    private final AdviceMemory memory = new AdviceMemory();

    public Consultant(Flow flow, CostCalculator costing) {
        this.flow = flow;
        this.costing = costing;
        usual = new Adviser(flow, costing.figures(Map.of()));
        usualInterview = quick(costing.figures(Map.of()));
        usualOutline = outlining(Map.of());
        usualForecaster = new Forecaster(flow, costing.figures(Map.of()));
    }

    public Flow flow() {
        return flow;
    }

    public Interview interview(Map<String, BigDecimal> parameters) {
        return parameters.isEmpty() ? usualInterview : quick(costing.figures(parameters));
    }

    private Interview quick(FigureCalculator figures) {
        return new Interview(flow, figures.asking(FigureInputs.tested(flow)));
    }

    /** What answers lean to; empty where the flow has no priors. */
    public Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters) {
        Map<String, Object> raw = answers.raw();
        Set<String> assumed = answers.assumed();
        return memory.leaned.of(
                new AdviceMemory.Leaned(day(), raw, assumed, parameters),
                () -> (parameters.isEmpty() ? usualForecaster : usualForecaster.with(costing.figures(parameters)))
                        .forecast(raw, assumed));
    }

    /** Empties what is remembered, which has people's words in it. */
    public void forget() {
        memory.forgetAll();
    }

    public Advice advise(Answers answers, Map<String, BigDecimal> parameters) {
        return memory.advised.of(
                new AdviceMemory.Case(day(), answers, parameters),
                () -> naming(adviser(parameters).advise(answers), answers, parameters));
    }

    /** The advice once a rule decided; before that what is asked next and what was assumed alone, which asks for no simulation. */
    public Advice adviseOnceDecided(Answers answers, Map<String, BigDecimal> parameters) {
        InterviewStatus standing = interview(parameters).standing(answers);
        return standing instanceof InterviewStatus.Decided
                ? advise(answers, parameters)
                : adviser(parameters).undecided(answers, standing);
    }

    /** The advice with the row of the comparison that its decision follows from. */
    private Advice naming(Advice advice, Answers answers, Map<String, BigDecimal> parameters) {
        return advice.decision()
                .filter(decision -> flow.rule(decision.rule()).compares())
                .map(decision -> advice.with(decision.naming(costing.recommend(answers, parameters, excluded(answers))
                        .orElse(null))))
                .orElse(advice);
    }

    private Map<String, List<String>> excluded(Answers answers) {
        return flow.excluded(answers.raw());
    }

    /**
     * The same answers where something is missing that costs do not wait for: if nothing else is, what was left out is as what nobody knows, a range
     * under which the answer tells the threshold.
     */
    public Answers withRanges(Answers answers, Map<String, BigDecimal> parameters) {
        InterviewStatus standing = interview(parameters).standing(answers);
        List<String> asks = standing.asks();
        if (!(standing instanceof InterviewStatus.Open) || !costing.ranged().containsAll(asks)) {
            return answers;
        }
        return answers.assuming(
                flow.facts().stream().filter(fact -> asks.contains(fact.id())).toList());
    }

    public Answer answer(Answers answers, Map<String, BigDecimal> parameters) {
        return memory.answered.of(
                new AdviceMemory.Case(day(), answers, parameters), () -> answerNow(answers, parameters));
    }

    /** What is made of an answer to be shown, of one kind alone: several posts of one turn ask for it. */
    public <T> T shown(Class<T> kind, Answers answers, Map<String, BigDecimal> parameters, Supplier<T> fresh) {
        return kind.cast(memory.shown.of(new AdviceMemory.Case(day(), answers, parameters), fresh::get));
    }

    private Answer answerNow(Answers answers, Map<String, BigDecimal> parameters) {
        Estimated now = estimate(answers, parameters);
        Advice advice =
                now.cost().map(view -> now.advice().computed(view, flow)).orElse(now.advice());
        return new Answer(
                advice,
                adviser(parameters).search(answers, flip -> Counterfactuals.leadsElsewhere(flip, now.advice(), flow)),
                now.cost());
    }

    /** The advice with what it costs, without what would change it. */
    public Estimated estimate(Answers answers, Map<String, BigDecimal> parameters) {
        Advice advice = advise(answers, parameters);
        return new Estimated(advice, costing.compare(answers, parameters, advice.decision(), excluded(answers)));
    }

    private Interview outlining(Map<String, BigDecimal> parameters) {
        return new Interview(flow, costing.outlineFigures(parameters).asking(FigureInputs.tested(flow)));
    }

    /** The verdict of these answers with what of its costs is compared with an earlier one; empty where no rule decides. */
    public Optional<Outline> outline(Answers answers, Map<String, BigDecimal> parameters) {
        Interview interview = parameters.isEmpty() ? usualOutline : outlining(parameters);
        InterviewStatus standing = interview.standing(answers);
        return standing.isTold(flow) && standing instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                ? Optional.of(new Outline(
                        rule.verdict(),
                        rule.lever(),
                        costing.outline(answers, parameters, excluded(answers)).orElse(CostOutline.NONE)))
                : Optional.empty();
    }

    public record Outline(String verdict, String lever, CostOutline cost) {}

    public String edition() {
        return costing.edition();
    }

    /**
     * The comparison of costs at any time: what it needs and nobody said is taken as nobody knowing it, so that it is a range.
     *
     * @return empty where the flow compares no costs
     */
    public Optional<Ballpark> ballpark(Answers answers, Map<String, BigDecimal> parameters) {
        Set<String> inputs = FigureInputs.of(flow);
        List<Fact> unsaid = flow.facts().stream()
                .filter(fact -> inputs.contains(fact.id()))
                .filter(fact ->
                        answers.get(fact.id()).filter(given -> !given.assumed()).isEmpty())
                .toList();
        Answers full = answers.assuming(unsaid);
        List<String> open = unsaid.stream()
                .map(Fact::id)
                .filter(costing.matters(answers)::contains)
                .toList();
        Advice advice = advise(answers, parameters);
        Map<String, Object> figures = new HashMap<>(new Interview(flow, costing.figures(parameters)).known(full));
        unsaid.forEach(fact -> figures.remove(fact.id()));
        return costing.compare(full, parameters, advice.decision(), excluded(full))
                .map(cost -> new Ballpark(cost, advice.decision(), advice.ladder(), open, figures));
    }

    /**
     * A comparison from whatever is known.
     *
     * @param unsaid facts it needs that nobody said, in the flow's order
     * @param figures facts that were said, and figures it rests on, by id
     */
    public record Ballpark(
            CostComparison cost,
            Optional<Decision> decision,
            List<LadderStep> ladder,
            List<String> unsaid,
            Map<String, Object> figures) {}

    /** The answer in the terms of what was said, whether or not a rule decided. */
    public CaseAnswer caseAnswer(Answers answers, Map<String, BigDecimal> parameters, Advice advice) {
        Optional<Decision> decision = advice.decision();
        Answers heard = answers.understood(); // what else stands in is all the same to it
        return memory.worded
                .of(
                        new AdviceMemory.Decided(new AdviceMemory.Case(day(), heard, parameters), decision),
                        () -> new CaseAnswerer(flow, costing.figures(parameters)).answer(heard, decision))
                .assuming(advice.assumptions());
    }

    public LocalDate day() {
        return costing.day();
    }

    public Map<String, CostParameter> parameters() {
        return costing.parameters();
    }

    /** The first day on which a model of the case is shut down; empty where no such day is known, or it is past. */
    public Optional<LocalDate> lastDay(Answers answers, Map<String, BigDecimal> parameters) {
        Set<String> models = flow.facts().stream()
                .filter(fact -> fact.catalogue() != null)
                .flatMap(fact -> answers.get(fact.id()).stream())
                .map(given -> String.valueOf(given.value().raw()))
                .collect(Collectors.toSet());
        return costing.lastDay(models, answers, parameters, excluded(answers));
    }

    private Adviser adviser(Map<String, BigDecimal> parameters) {
        return parameters.isEmpty() ? usual : new Adviser(flow, costing.figures(parameters));
    }

    public record Estimated(Advice advice, Optional<CostComparison> cost) {}

    public record Answer(Advice advice, Outlook outlook, Optional<CostComparison> cost) {
        /** The same with everything looked for that would change it. */
        public Answer inFull() {
            return new Answer(advice, new Counterfactuals(outlook.flips(), outlook.complete(), outlook.tried()), cost);
        }
    }
}
