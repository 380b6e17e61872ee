package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.QuietCalculator;
import dev.tunewise.testing.Unheeded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A turn and its answer to programs ask for the same advice; it is worked out once, and again on another day. */
class RememberedAdviceTest {
    private LocalDate day = LocalDate.of(2026, 11, 29);

    private int figured;

    private final Consultant consultant = new Consultant(FineTuning.machine().flow(), new QuietCalculator() {
        @Override
        public LocalDate day() {
            return day;
        }

        @Override
        public FigureCalculator figures(Map<String, BigDecimal> parameters) {
            figured++;
            return Unheeded.figures();
        }
    });

    @Test
    void theSameCaseIsAdvisedOnceADay() {
        Advice first = consultant.advise(answers(80), Map.of());
        assertSame(first, consultant.advise(answers(80), Map.of()));
        assertNotSame(first, consultant.advise(answers(90), Map.of()), "another answer is another case");
        assertNotSame(first, consultant.advise(answers(80), Map.of("horizon_months", BigDecimal.TEN)));
        day = day.plusDays(1);
        assertNotSame(first, consultant.advise(answers(80), Map.of()), "a model may have ended since");
    }

    @Test
    void theSameCaseIsForecastAndAnsweredOnceADayUntilItIsForgotten() {
        Optional<Forecast> leaned = consultant.forecast(answers(80), Map.of());
        Consultant.Answer answer = consultant.answer(answers(80), Map.of());
        assertSame(leaned, consultant.forecast(answers(80), Map.of()));
        assertSame(answer, consultant.answer(answers(80), Map.of()));
        assertNotSame(leaned, consultant.forecast(answers(90), Map.of()), "another answer is another case");
        day = day.plusDays(1);
        assertNotSame(leaned, consultant.forecast(answers(80), Map.of()), "a model may have ended since");
        Consultant.Answer again = consultant.answer(answers(80), Map.of());
        assertNotSame(answer, again);
        consultant.forget();
        assertNotSame(again, consultant.answer(answers(80), Map.of()));
    }

    @Test
    void theWordsOfACaseAreTheSameFromBoth() {
        Advice advice = consultant.advise(answers(80), Map.of());
        assertEquals(
                consultant.caseAnswer(answers(80), Map.of(), advice),
                consultant.caseAnswer(answers(80), Map.of(), consultant.advise(answers(80), Map.of())));
    }

    @Test
    void whatStandsInIsAllTheSameToTheWordsOfACase() {
        Advice advice = consultant.advise(answers(80), Map.of());
        consultant.caseAnswer(answers(80), Map.of(), advice);
        int before = figured;
        Answers more = answers(80).with("quality_target", new SourcedAnswer(Value.Quantity.of(90), true, null));
        consultant.caseAnswer(more, Map.of(), advice);
        assertEquals(before, figured);
    }

    @Test
    void tenOthersMayComeBetweenAndManyMoreAreForgotten() {
        Advice first = consultant.advise(answers(1), Map.of());
        for (long other = 2; other < 12; other++) {
            consultant.advise(answers(other), Map.of());
        }
        assertSame(first, consultant.advise(answers(1), Map.of()));
        for (long other = 100; other < 120; other++) {
            consultant.advise(answers(other), Map.of());
        }
        assertNotSame(first, consultant.advise(answers(1), Map.of()), "it would lie there as waste");
    }

    private static Answers answers(long quality) {
        return Answers.none().with("quality_now", SourcedAnswer.of(Value.Quantity.of(quality)));
    }
}
