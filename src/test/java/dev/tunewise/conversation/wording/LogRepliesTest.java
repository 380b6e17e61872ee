package dev.tunewise.conversation.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.conversation.state.OpenDecision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRepliesTest {
    private final LogReplies log = new LogReplies(Messages.english());

    /** A list says what was answered; why and what then stand in the thread. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No. “A cheaper model: Haiku 5.5” costs $2,738.50 a year; it misses 91 %. Training comes after that."
                        + "| No. “A cheaper model: Haiku 5.5” costs $2,738.50 a year; it misses 91 %.",
                "Not yet. Measure first. Then ask again.| Not yet. Measure first.",
                "Fine-tune a small model. “Tuned” costs less. It can be live in a week.| Fine-tune a small model.",
                "No. Build a wall.| No. Build a wall.",
                "Not yet: build an evaluation set first.| Not yet: build an evaluation set first.",
                "Train| Train"
            })
    void aLineHoldsTheSentenceThatAnswers(String headline, String told) {
        LogReplies.Line line = new LogReplies.Line("Tune?", headline, "", OpenDecision.LOGGED, "", "", "", true);
        assertEquals("Tune? · open · " + told, log.item(line).characters());
    }
}
