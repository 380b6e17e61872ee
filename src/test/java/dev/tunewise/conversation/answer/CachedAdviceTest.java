package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One turn asks for the first word of a case several times, for several posts; it is computed once. */
class CachedAdviceTest {
    private final AtomicInteger computed = new AtomicInteger();

    private final AdvicePort advice = new CachedAdvice((AdvicePort) Proxy.newProxyInstance(
            AdvicePort.class.getClassLoader(), new Class<?>[] {AdvicePort.class}, (_, method, _) -> {
                assertEquals("firstWord", method.getName());
                computed.incrementAndGet();
                return AdvicePort.FirstWord.NONE;
            }));

    @Test
    void theFirstWordOfACaseIsComputedOnce() {
        assertEquals(AdvicePort.FirstWord.NONE, advice.firstWord(answers(80), Map.of()));
        assertEquals(AdvicePort.FirstWord.NONE, advice.firstWord(answers(80), Map.of()));
        assertEquals(1, computed.get());
        advice.firstWord(answers(90), Map.of());
        assertEquals(2, computed.get(), "another answer is another case");
    }

    private static Answers answers(long quality) {
        return Answers.none().with("quality_now", SourcedAnswer.of(Value.Quantity.of(quality)));
    }
}
