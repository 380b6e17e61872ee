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

    /** What a case leans to; empty where the flow has no priors. */
    public Optional<Forecast> forecast(GivenCase given) {
        return consultant.forecast(given.answers(), given.parameters());
    }

    /** The first day on which a model of the case is shut down; empty where no such day is known. */
    public Optional<LocalDate> lastDay(GivenCase given) {
        return consultant.lastDay(given.answers(), given.parameters());
    }

    /** The cost parameters that may be set by hand, by key. */
    public Map<String, CostParameter> parameters() {
        return consultant.parameters();
    }

    /** The advice once a rule decided. */
    public RenderedAdvice advise(GivenCase given) {
        return consultant.shown(RenderedAdvice.class, given.answers(), given.parameters(), () -> adviseNow(given));
    }

    private RenderedAdvice adviseNow(GivenCase given) {
        AnswerBlocks blocks = new AnswerBlocks(consultant.flow());
        Consultant.Answer answer = consultant.answer(given.answers(), given.parameters());
        Decision decision = decision(answer.advice());
        CaseAnswer words = consultant.caseAnswer(given.answers(), given.parameters(), answer.advice());
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
    public List<Block> changes(GivenCase given) {
        Consultant.Answer answer = consultant.answer(given.answers(), given.parameters());
        return new AnswerBlocks(consultant.flow()).changes(answer.advice(), answer.outlook(), answer.cost());
    }

    /** What stands for a case, without all that is shown around it; only where a rule decided. */
    public RenderedAdvice.Bearing bearing(GivenCase given) {
        Consultant.Estimated now = consultant.estimate(given.answers(), given.parameters());
        return bearing(decision(now.advice()), now.cost());
    }

    /** What is still to be done or found out for the advice, in a few words each; cheap, since no figure is looked for. */
    public List<String> conditions(GivenCase given) {
        Advice advice = consultant.advise(given.answers(), given.parameters());
        return open(decision(advice), advice);
    }

    /** What of it is compared with what was told earlier, in half of the time; empty where no rule decides. */
    public Optional<Consultant.Outline> outline(GivenCase given) {
        return consultant.outline(given.answers(), given.parameters());
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

    /** The answer to a question about the figures themselves, before and after a verdict; no lines where the text asks for none of them. */
    public List<String> figures(String question, GivenCase given) {
        return FigureQuestion.in(question).entrySet().stream()
                .flatMap(part -> figures(part.getValue(), part.getKey(), given).stream())
                .distinct()
                .toList();
    }

    private List<String> figures(FigureQuestion asked, String words, GivenCase given) {
        List<String> lines =
                figures(given).map(known -> known.answer(asked, words)).orElse(List.of());
        Advice advice = consultant.advise(given.answers(), given.parameters());
        return lines.isEmpty()
                        && asked == FigureQuestion.HOW_SURE
                        && advice.decision().isPresent()
                ? new AnswerBlocks(consultant.flow())
                        .sections()
                        .surety(
                                advice,
                                consultant
                                        .answer(given.answers(), given.parameters())
                                        .outlook())
                : lines;
    }

    /** What is known of the figures of a case; empty where nothing is compared. */
    public Optional<FigureAnswers> figures(GivenCase given) {
        return consultant
                .ballpark(given.answers(), given.parameters())
                .map(known -> new FigureAnswers(consultant.flow(), Messages.english(), known, set(given.parameters())));
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
    public OpeningAnswer opening(GivenCase given) {
        return opening(given, OpeningAnswer.Judgement.NONE);
    }

    /** The same, with a verdict where it was asked whether to train. */
    public OpeningAnswer opening(GivenCase given, OpeningAnswer.Judgement judged) {
        CaseAnswer answer = inItsTerms(given);
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
    public boolean isAnswered(GivenCase given) {
        CaseAnswer answer = inItsTerms(given);
        return answer.particular() && !answer.answers().isEmpty();
    }

    /** Whether the asker's own figures answer all that was asked about money, so that an estimate beside them would only contradict. */
    public boolean isMeasured(GivenCase given) {
        CaseAnswer answer = inItsTerms(given);
        return answer.measured() && answer.left().stream().noneMatch(FigureQuestion::isIn);
    }

    private CaseAnswer inItsTerms(GivenCase given) {
        return consultant.caseAnswer(
                given.answers(),
                given.parameters(),
                consultant.adviseOnceDecided(given.answers().confirmed(), given.parameters()));
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
