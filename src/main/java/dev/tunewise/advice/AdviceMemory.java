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
    /** What a few conversations that go on at once ask for: what outlives them is copied by every young collection and fills the old space. */
    private static final int MOST = 12;

    /** Asked for within a turn, and large. */
    private static final int MOST_LARGE = 4;

    final RecentResults<Case, Advice> advised = new RecentResults<>(MOST);
    final RecentResults<Case, Consultant.Answer> answered = new RecentResults<>(MOST_LARGE);
    final RecentResults<Decided, CaseAnswer> worded = new RecentResults<>(MOST_LARGE);
    final RecentResults<Case, Object> shown = new RecentResults<>(MOST_LARGE);
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
