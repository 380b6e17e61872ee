package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One turn asks for the forecast of a case several times, for several posts; it is computed once a day. */
class CachedAdviceTest {
    private final AtomicInteger computed = new AtomicInteger();
    private LocalDate day = LocalDate.of(2026, 11, 29);

    private final AdvicePort advice = new CachedAdvice((AdvicePort) Proxy.newProxyInstance(
            AdvicePort.class.getClassLoader(), new Class<?>[] {AdvicePort.class}, (_, method, _) -> {
                if (method.getName().equals("day")) {
                    return day;
                }
                assertEquals("forecast", method.getName());
                computed.incrementAndGet();
                return Optional.empty();
            }));

    @Test
    void theForecastOfACaseIsComputedOnce() {
        advice.forecast(answers(80), Map.of());
        advice.forecast(answers(80), Map.of());
        assertEquals(1, computed.get());
        advice.forecast(answers(90), Map.of());
        assertEquals(2, computed.get(), "another answer is another case");
    }

    @Test
    void whatWasComputedYesterdayIsComputedAgain() {
        advice.forecast(answers(80), Map.of());
        day = day.plusDays(1);
        advice.forecast(answers(80), Map.of());
        assertEquals(2, computed.get(), "a model may have ended since");
    }

    private static Answers answers(long quality) {
        return Answers.none().with("quality_now", SourcedAnswer.of(Value.Quantity.of(quality)));
    }
}
