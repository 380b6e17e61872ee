package dev.tunewise.advice;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.RecentResults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was advised last along one flow and with one edition of prices: a turn, its answer to programs and its record ask for the same, and in
 * between many others may write. There are people's words in it.
 */
final class AdviceMemory {
    /** Several turns ask for so many. Four times as many were forgotten only when they lay among the old: 24 MiB of waste. */
    private static final int MOST = 64;

    /** Asked for within a turn, and large: each full collection walks through them. */
    private static final int MOST_LARGE = 16;

    /** What is shown is large, and asked for again within one turn. */
    private static final int MOST_SHOWN = 8;

    final RecentResults<Case, Advice> advised = new RecentResults<>(MOST);
    final RecentResults<Case, Consultant.Answer> answered = new RecentResults<>(MOST_LARGE);
    final RecentResults<Decided, CaseAnswer> worded = new RecentResults<>(MOST_LARGE);
    final RecentResults<Case, Object> shown = new RecentResults<>(MOST_SHOWN);
    final RecentResults<Leaned, Optional<Forecast>> leaned = new RecentResults<>(MOST_LARGE);

    /** What advice follows from. */
    record Case(LocalDate day, Answers answers, Map<String, BigDecimal> parameters) {}

    record Decided(Case of, Optional<Decision> decision) {}

    /** Who said something is all the same to a forecast. */
    record Leaned(
            LocalDate day, Map<String, Object> answers, Set<String> assumed, Map<String, BigDecimal> parameters) {}

    void forgetAll() {
        advised.forgetAll();
        answered.forgetAll();
        worded.forgetAll();
        shown.forgetAll();
        leaned.forgetAll();
    }
}
