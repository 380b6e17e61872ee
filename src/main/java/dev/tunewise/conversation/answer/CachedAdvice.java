package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostParameter;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Counsel that remembers what it gave last, since one turn needs the same advice for several posts. Safe for use by several threads. */
public final class CachedAdvice implements AdvicePort {
    private static final int MOST = 64;
    /** Each turn needs the forecast of the turn before it again; in between many others may write. */
    private static final int FORECASTS = 256;

    private final AdvicePort counsel;
    private final Map<Asked, Counselled> given = latest(MOST);
    private final Map<Asked, FirstWord> words = latest(FORECASTS);
    private final Map<Leaned, Optional<Forecast>> forecasts = latest(FORECASTS);

    public CachedAdvice(AdvicePort counsel) {
        this.counsel = counsel;
    }

    private static <K, V> Map<K, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Who said something is all the same to a forecast. */
    private record Leaned(Map<String, Object> answers, Set<String> assumed, Map<String, BigDecimal> parameters) {}

    @Override
    public Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters) {
        return remembered(
                forecasts,
                new Leaned(answers.raw(), answers.assumed(), parameters),
                () -> counsel.forecast(answers, parameters));
    }

    private static <K, V> V remembered(Map<K, V> latest, K asked, Supplier<V> fresh) {
        synchronized (latest) {
            V known = latest.get(asked);
            if (known != null) {
                return known;
            }
        }
        V given = fresh.get();
        synchronized (latest) {
            latest.put(asked, given);
        }
        return given;
    }

    private record Asked(Answers answers, Map<String, BigDecimal> parameters) {}

    @Override
    public Counselled advise(Answers answers, Map<String, BigDecimal> parameters) {
        return remembered(given, new Asked(answers, parameters), () -> counsel.advise(answers, parameters));
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
    public String edition() {
        return counsel.edition();
    }

    @Override
    public FirstWord firstWord(Answers answers, Map<String, BigDecimal> parameters, Judgement judged) {
        return judged.equals(Judgement.NONE)
                ? remembered(words, new Asked(answers, parameters), () -> counsel.firstWord(answers, parameters))
                : counsel.firstWord(answers, parameters, judged);
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
