package dev.tunewise.reading.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that people paste to have their tokens counted. */
class PastedTextTest {
    /** What would be read of it if it were a message. */
    private static final String PROMPT = "We have 50k calls a day and 800 labelled examples. Stop. Labels cost $3.";

    private static final MessageReader READER = ReadingFixture.reader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count tokens: @ | UNKNOWN",
                "Count the tokens: @ | UNKNOWN",
                "count the tokens of this prompt: @ | PROMPT",
                "please count tokens ```@``` | UNKNOWN",
                "how many tokens is this: ```@``` | UNKNOWN",
                "how many tokens is this? @ | UNKNOWN",
                "How many tokens does our system prompt have? ```@``` | PROMPT",
                "how many tokens are in this answer: @ | OUTPUT",
                "this is our prompt: ```@``` | PROMPT",
                "This is our prompt: @ | PROMPT",
                "here is our system prompt: @ | PROMPT",
                "here's our system prompt: @ | PROMPT",
                "our prompt: ```@``` | PROMPT",
                "here is a typical answer: ```@``` | OUTPUT",
                "here is a typical ticket: ```@``` | INPUT",
                "token count: @ | UNKNOWN"
            })
    void isCountedAndNeverRead(String frame, String part) {
        Reading reading =
                READER.read(frame.replace("@", PROMPT), new ReadingContext(List.of("calls_per_day"), Answers.none()));

        Intent.Tokens tokens = assertInstanceOf(Intent.Tokens.class, reading.intent(), frame);
        assertEquals(PROMPT, tokens.pasted(), frame);
        assertEquals(part, tokens.part().name(), frame);
        assertEquals(List.of(), reading.reads());
        assertEquals(List.of(), reading.asks());
        assertEquals(List.of(), reading.unread());
        assertEquals(ParameterReadings.NONE, reading.settings());
    }

    @Test
    void linesOfAPromptBelongToIt() {
        String prompt =
                "You sort tickets.\n\nRules:\n- stop when unsure\n- 50k calls a day\n```json\n{\"a\": 1}\n```\nEnd.";
        Reading bare = READER.read("here is our system prompt:\n" + prompt, ReadingContext.none());
        assertEquals(
                prompt, assertInstanceOf(Intent.Tokens.class, bare.intent()).pasted());
        Reading fenced = READER.read("this is our prompt: ```\n" + prompt + "\n```", ReadingContext.none());
        assertEquals(
                prompt, assertInstanceOf(Intent.Tokens.class, fenced.intent()).pasted());
        assertTrue(bare.reads().isEmpty() && fenced.reads().isEmpty());
    }

    @Test
    void whatFollowsTheFenceIsReadAsUsual() {
        Reading reading = READER.read(
                "this is our prompt: ```stop, 10 calls a day```\nwe do 50k calls a day", ReadingContext.none());
        assertInstanceOf(Intent.Tokens.class, reading.intent());
        assertEquals(
                List.of("calls_per_day"),
                reading.reads().stream().map(ExtractedAnswer::fact).toList());
        assertEquals("do 50k calls", reading.reads().getFirst().quote());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "our prompt: instructions and few-shot examples",
                "our prompt has 3,000 tokens",
                "1500 tokens in, 20 out",
                "this is our prompt work so far: instructions",
                "how many examples do we need?",
                "the system prompt is about 2k tokens",
                "here is the problem: the labels are wrong",
                "our input is 500 tokens"
            })
    void otherTalkOfPromptsIsNoPaste(String text) {
        assertFalse(READER.read(text, ReadingContext.none()).intent() instanceof Intent.Tokens, text);
    }

    @Test
    void asksForTheTextWhereNoneFollows() {
        Intent intent =
                READER.read("how many tokens is this?", ReadingContext.none()).intent();
        assertEquals(new Intent.Tokens("", Intent.Tokens.Part.UNKNOWN), intent);
    }

    @Test
    void anyTextIsToldApartQuickly() {
        for (String hard : List.of(
                "how many tokens ".repeat(3000),
                "count tokens " + " ".repeat(40_000),
                "this is our whole ".repeat(2000))) {
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> PastedText.in(hard));
        }
    }
}
