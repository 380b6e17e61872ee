package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostParameter;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.Latest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counsel that remembers what it gave last, since one turn needs the same advice for several posts. Safe for use by several threads. */
public final class CachedAdvice implements AdvicePort {
    private static final int MOST = 64;
    /** Each turn needs the forecast of the turn before it again; in between many others may write. */
    private static final int FORECASTS = 256;

    private final AdvicePort counsel;
    private final Latest<Asked, Counselled> given = new Latest<>(MOST);
    private final Latest<Leaned, Optional<Forecast>> forecasts = new Latest<>(FORECASTS);

    public CachedAdvice(AdvicePort counsel) {
        this.counsel = counsel;
    }

    /** Who said something is all the same to a forecast. */
    private record Leaned(
            LocalDate day, Map<String, Object> answers, Set<String> assumed, Map<String, BigDecimal> parameters) {}

    @Override
    public Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters) {
        return forecasts.of(
                new Leaned(counsel.day(), answers.raw(), answers.assumed(), parameters),
                () -> counsel.forecast(answers, parameters));
    }

    private record Asked(LocalDate day, Answers answers, Map<String, BigDecimal> parameters) {}

    @Override
    public Counselled advise(Answers answers, Map<String, BigDecimal> parameters) {
        return given.of(new Asked(counsel.day(), answers, parameters), () -> counsel.advise(answers, parameters));
    }

    @Override
    public Bearing bearing(Answers answers, Map<String, BigDecimal> parameters) {
        return counsel.bearing(answers, parameters);
    }

    @Override
    public Optional<Consultant.Outline> outline(Answers answers, Map<String, BigDecimal> parameters) {
        return counsel.outline(answers, parameters);
    }

    @Override
    public LocalDate day() {
        return counsel.day();
    }

    @Override
    public String edition() {
        return counsel.edition();
    }

    @Override
    public FirstWord firstWord(Answers answers, Map<String, BigDecimal> parameters, Judgement judged) {
        return counsel.firstWord(answers, parameters, judged);
    }

    @Override
    public List<String> figures(String question, Answers answers, Map<String, BigDecimal> parameters) {
        return counsel.figures(question, answers, parameters);
    }

    @Override
    public String bill(Answers answers, Map<String, BigDecimal> parameters) {
        return counsel.bill(answers, parameters);
    }

    @Override
    public Interview interview(Map<String, BigDecimal> parameters) {
        return counsel.interview(parameters);
    }

    @Override
    public Optional<LocalDate> lastDay(Answers answers, Map<String, BigDecimal> parameters) {
        return counsel.lastDay(answers, parameters);
    }

    @Override
    public Map<String, CostParameter> parameters() {
        return counsel.parameters();
    }
}
