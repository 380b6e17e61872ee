package dev.tunewise.reading.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions of a message are told apart, in their order and in the words of who asks. */
class QuestionPartsTest {
    private static List<String> parts(String message) {
        List<TextSegment> sentences = TextSegmenter.segments(message).stream()
                .filter(segment -> segment.words().equals(segment.sentence()))
                .toList();
        return QuestionParts.of(sentences).stream()
                .map(part -> part.place().of(message).strip())
                .toList();
    }

    @Test
    void whatIsToldIsNoQuestion() {
        assertEquals(
                List.of("Is our dataset too small?", "Which rate should I take?"),
                parts("We tuned on 4,200 rows and it got worse. Is our dataset too small? Rank is 16. Which rate"
                        + " should I take?"));
    }

    @Test
    void aSentenceThatAsksTwiceIsCut() {
        assertEquals(
                List.of("How would I test this properly for F1", "how many sentences would I need for 1.3 points?"),
                parts("How would I test this properly for F1, and how many sentences would I need for 1.3 points?"));
    }

    @Test
    void aListOfShortQuestionsIsCut() {
        assertEquals(
                List.of("Which base", "how many examples", "can we keep RAG?"),
                parts("Which base, how many examples, can we keep RAG?"));
        assertEquals(
                List.of("Would LoRA fix the tone", "how many examples would we need", "can we keep RAG next to it?"),
                parts("Would LoRA fix the tone, how many examples would we need, and can we keep RAG next to it?"));
    }

    /** Guesses in a row ask for one cause; answered one by one each would be answered as if nothing had been told. */
    @Test
    void guessesInARowAreOneQuestion() {
        assertEquals(
                List.of("More data? Bigger model? Or is the approach wrong?"),
                parts("It is often wrong. More data? Bigger model? Or is the approach wrong?"));
        assertEquals(List.of("Which base?", "How many rows?"), parts("We start next week. Which base? How many rows?"));
    }

    @Test
    void aGreetingBeforeAQuestionHidesItNot() {
        String message = "tldr is there a point in training if I only have 50 rows";
        assertEquals(List.of(message), parts(message));
    }

    @Test
    void aClauseOfTimeIsNoQuestion() {
        assertEquals(
                List.of("When I train with LoRA, how do I see overfitting?"),
                parts("When I train with LoRA, how do I see overfitting?"));
    }

    @Test
    void shortQuestionsOfOneSentenceCanBeJoinedUnderTheWordsOfBoth() {
        String message = "Which ratio, is LoRA enough?";
        List<TextSegment> cut = QuestionParts.of(TextSegmenter.segments(message).subList(0, 1));
        TextSegment joined = QuestionParts.joined(cut.get(0), cut.get(1));
        assertEquals(message, joined.place().of(message));
    }

    @Test
    void whatOnlyAsksForHelpIsNoQuestionOfItsOwn() {
        List<TextSegment> sentences =
                TextSegmenter.segments("Any ideas what I could try here? Would a bigger batch help us?");
        assertEquals(
                List.of(false, true),
                QuestionParts.of(sentences.subList(0, 2)).stream()
                        .map(QuestionParts::isWhole)
                        .toList());
    }

    @Test
    void whatIsAskedIndirectlyCounts() {
        assertEquals(
                List.of("Also not sure if 100 queries are enough to see it."),
                parts("The score fell by two points. Also not sure if 100 queries are enough to see it."));
    }

    @Test
    void aQuestionOfOneWordAsksAboutWhatWasTold() {
        String message = "Every reply breaks off after two lines. Why?";
        List<TextSegment> asked = QuestionParts.of(TextSegmenter.segments(message));
        assertEquals(List.of(message), asked.stream().map(TextSegment::words).toList());
        assertFalse(QuestionParts.isEmpty(asked.getFirst()));
    }
}
