package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.chat.Block;
import dev.tunewise.conversation.figure.FigureAnswers;
import dev.tunewise.conversation.figure.FigureQuestion;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The advice of a consultant, shown as blocks. */
public record AdviceBlocks(Consultant consultant) {
    private static final CaseBlocks CASES = new CaseBlocks(Messages.english());

    /** The interview whose figures calculate with these cost parameters. Called often: keep the usual ones at hand. */
    public Interview interview(Map<String, BigDecimal> parameters) {
        return consultant.interview(parameters);
    }

    /** What answers lean to with these cost parameters; empty where the flow has no priors. */
    public Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant.forecast(answers, parameters);
    }

    /** The first day on which a model of the case is shut down; empty where no such day is known. */
    public Optional<LocalDate> lastDay(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant.lastDay(answers, parameters);
    }

    /** The cost parameters that may be set by hand, by key. */
    public Map<String, CostParameter> parameters() {
        return consultant.parameters();
    }

    /** The advice once a rule decided. */
    public RenderedAdvice advise(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant.shown(RenderedAdvice.class, answers, parameters, () -> adviseNow(answers, parameters));
    }

    private RenderedAdvice adviseNow(Answers answers, Map<String, BigDecimal> parameters) {
        AnswerBlocks blocks = new AnswerBlocks(consultant.flow());
        Consultant.Answer answer = consultant.answer(answers, parameters);
        Decision decision = decision(answer.advice());
        CaseAnswer words = consultant.caseAnswer(answers, parameters, answer.advice());
        return new RenderedAdvice(
                decision.headline(),
                decision.withoutCosts(),
                decision.verdict(),
                answer.advice()
                        .rung(LadderStep.State.NOW)
                        .map(LadderStep::label)
                        .orElse(decision.lever()),
                monthly(decision, answer.cost()),
                open(decision, answer.advice()),
                blocks.card(answer.advice(), answer.outlook(), answer.cost(), words),
                blocks.answer(answer.advice(), answer.cost(), words),
                blocks.sections().explanation(answer.advice()),
                answer.outlook(),
                answer.cost().map(new KeyFigures(Messages.english())::of).orElse(List.of()),
                // What money was not asked about brings nothing that a log could add up.
                answer.cost()
                        .filter(_ -> decision.recommendation() != null)
                        .flatMap(KeyFigures::gain)
                        .orElse(null),
                bearing(decision, answer.cost()));
    }

    /** What would change the advice, the nearest first, and which of what is assumed matters. */
    public List<Block> changes(Answers answers, Map<String, BigDecimal> parameters) {
        Consultant.Answer answer = consultant.answer(answers, parameters);
        return new AnswerBlocks(consultant.flow()).changes(answer.advice(), answer.outlook(), answer.cost());
    }

    /** What stands with these answers, without all that is shown around it; only where a rule decided. */
    public RenderedAdvice.Bearing bearing(Answers answers, Map<String, BigDecimal> parameters) {
        Consultant.Estimated now = consultant.estimate(answers, parameters);
        return bearing(decision(now.advice()), now.cost());
    }

    /** What is still to be done or found out for the advice, in a few words each; cheap, since no figure is looked for. */
    public List<String> conditions(Answers answers, Map<String, BigDecimal> parameters) {
        Advice advice = consultant.advise(answers, parameters);
        return open(decision(advice), advice);
    }

    /** What of it is compared with what was told earlier, in half of the time; empty where no rule decides. */
    public Optional<Consultant.Outline> outline(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant.outline(answers, parameters);
    }

    private static Decision decision(Advice advice) {
        return advice.decision()
                .orElseThrow(() -> new IllegalStateException("Advice was asked for before a rule decided"));
    }

    private static RenderedAdvice.Bearing bearing(Decision decision, Optional<CostComparison> cost) {
        Optional<CostComparison.BreakEven> pays = cost.flatMap(KeyFigures::breakEven);
        return new RenderedAdvice.Bearing(
                decision.verdict(),
                decision.lever(),
                decision.headline(),
                cost.flatMap(KeyFigures::best).orElse(""),
                cost.flatMap(KeyFigures::gain).map(RenderedAdvice.Gain::monthly).orElse(null),
                pays.map(CostComparison.BreakEven::name).orElse(""),
                pays.map(CostComparison.BreakEven::volume)
                        .map(volume -> volume.setScale(0, RoundingMode.CEILING))
                        .orElse(null));
    }

    public String edition() {
        return consultant.edition();
    }

    /** The answer to a question about the figures themselves, before and after a verdict; no lines where the text asks for none of them. */
    public List<String> figures(String question, Answers answers, Map<String, BigDecimal> parameters) {
        return FigureQuestion.in(question).entrySet().stream()
                .flatMap(part -> figures(part.getValue(), part.getKey(), answers, parameters).stream())
                .distinct()
                .toList();
    }

    private List<String> figures(
            FigureQuestion asked, String words, Answers answers, Map<String, BigDecimal> parameters) {
        List<String> lines = figures(answers, parameters)
                .map(known -> known.answer(asked, words))
                .orElse(List.of());
        Advice advice = consultant.advise(answers, parameters);
        return lines.isEmpty()
                        && asked == FigureQuestion.HOW_SURE
                        && advice.decision().isPresent()
                ? new AnswerBlocks(consultant.flow())
                        .sections()
                        .surety(advice, consultant.answer(answers, parameters).outlook())
                : lines;
    }

    /** What is known of the figures of these answers; empty where nothing is compared. */
    public Optional<FigureAnswers> figures(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant
                .ballpark(answers, parameters)
                .map(known -> new FigureAnswers(consultant.flow(), Messages.english(), known, set(parameters)));
    }

    /** The shares of prices that somebody set, in words. */
    private String set(Map<String, BigDecimal> parameters) {
        return consultant.parameters().values().stream()
                .filter(each -> each.key().endsWith("_price_share"))
                .flatMap(each -> Optional.ofNullable(parameters.get(each.key()))
                        .map(share ->
                                Messages.english().plain("figure-discount-set", each.label(), each.written(share)))
                        .stream())
                .collect(Collectors.joining());
    }

    /** What there is to say to a case in its own terms, whether or not a rule decided. */
    public OpeningAnswer opening(Answers answers, Map<String, BigDecimal> parameters) {
        return opening(answers, parameters, OpeningAnswer.Judgement.NONE);
    }

    /** The same, with a verdict where it was asked whether to train. */
    public OpeningAnswer opening(Answers answers, Map<String, BigDecimal> parameters, OpeningAnswer.Judgement judged) {
        CaseAnswer answer = inItsTerms(answers, parameters);
        return answer.isEmpty()
                ? OpeningAnswer.NONE
                : new OpeningAnswer(
                        plain(answer),
                        CASES.whole(answer, judged),
                        CASES.literal(answer, judged),
                        !answer.answers().isEmpty(),
                        answer.particular(),
                        answer.answers().stream().anyMatch(CaseAnswer.Answered::isLeaned));
    }

    /** Whether something particular was asked that has an answer in its own terms; cheaper than the first word itself. */
    public boolean isAnswered(Answers answers, Map<String, BigDecimal> parameters) {
        CaseAnswer answer = inItsTerms(answers, parameters);
        return answer.particular() && !answer.answers().isEmpty();
    }

    /** Whether the asker's own figures answer all that was asked about money, so that an estimate beside them would only contradict. */
    public boolean isMeasured(Answers answers, Map<String, BigDecimal> parameters) {
        CaseAnswer answer = inItsTerms(answers, parameters);
        return answer.measured() && answer.left().stream().noneMatch(FigureQuestion::isIn);
    }

    private CaseAnswer inItsTerms(Answers answers, Map<String, BigDecimal> parameters) {
        return consultant.caseAnswer(
                answers, parameters, consultant.adviseOnceDecided(answers.confirmed(), parameters));
    }

    private static String plain(CaseAnswer answer) {
        return Stream.of(
                        answer.answers().stream()
                                .filter(CaseAnswer.Answered::isUnderstood)
                                .map(CaseAnswer.Answered::text),
                        answer.moves().stream().map(CaseAnswer.Advised::text),
                        answer.notes().stream().map(CaseAnswer.Answered::text))
                .map(texts -> texts.collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a decision brings a month; where something has to be done first, that it is only brought after that. */
    private static String monthly(Decision decision, Optional<CostComparison> cost) {
        return cost.map(CostComparison::monthly)
                .filter(text -> !text.isEmpty())
                .map(text -> decision.first().isEmpty() || decision.recommendation() == null
                        ? text
                        : Messages.english().plain("monthly-after", text))
                .orElse("");
    }

    private static List<String> open(Decision decision, Advice advice) {
        if (!decision.first().isEmpty()) {
            return List.of(decision.first());
        }
        return decision.asksGates()
                ? advice.gates().stream()
                        .filter(gate -> gate.state() != GateState.State.MET)
                        .map(GateState::name)
                        .toList()
                : List.of();
    }
}
