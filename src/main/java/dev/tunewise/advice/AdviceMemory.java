package dev.tunewise.advice;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Latest;
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
    /** Several turns at once ask for so many. More are forgotten only when they lie among the old, and each full collection walks through them. */
    private static final int MOST = 24;

    /** What is shown is large, and asked for again within one turn. */
    private static final int MOST_SHOWN = 8;

    final Latest<Case, Advice> advised = new Latest<>(MOST);
    final Latest<Case, Consultant.Answer> answered = new Latest<>(MOST);
    final Latest<Decided, CaseAnswer> worded = new Latest<>(MOST);
    final Latest<Case, Object> shown = new Latest<>(MOST_SHOWN);
    final Latest<Leaned, Optional<Forecast>> leaned = new Latest<>(MOST);

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
