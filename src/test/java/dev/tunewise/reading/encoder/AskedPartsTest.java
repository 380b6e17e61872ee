package dev.tunewise.reading.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions of a message are told apart, in their order and in the words of who asks. */
class AskedPartsTest {
    private static List<String> parts(String message) {
        List<TextSegment> sentences = TextSegmenter.segments(message).stream()
                .filter(segment -> segment.words().equals(segment.sentence()))
                .toList();
        return AskedParts.of(sentences).stream()
                .map(part -> part.place().of(message).strip())
                .toList();
    }

    @Test
    void whatIsToldIsNoQuestion() {
        assertEquals(
                List.of("Is our dataset too small?", "Which rate should I take?"),
                parts(
                        "We tuned on 4,200 rows and it got worse. Is our dataset too small? Rank is 16. Which rate should I"
                                + " take?"));
    }

    @Test
    void aSentenceThatAsksTwiceIsCut() {
        assertEquals(
                List.of("How would I test this properly for F1", "how many sentences would I need for 1.3 points?"),
                parts("How would I test this properly for F1, and how many sentences would I need for 1.3 points?"));
    }

    @Test
    void aHalfThatSaysNothingByItselfStays() {
        assertEquals(
                List.of("What ratio, which data, and is LoRA enough to avoid it?"),
                parts("What ratio, which data, and is LoRA enough to avoid it?"));
    }

    @Test
    void whatIsAskedIndirectlyCounts() {
        assertEquals(
                List.of("Also not sure if 100 queries are enough to see it."),
                parts("The score fell by two points. Also not sure if 100 queries are enough to see it."));
    }
}
