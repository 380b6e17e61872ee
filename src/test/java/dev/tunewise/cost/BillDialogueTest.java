package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Value;
import dev.tunewise.testing.Asker;
import dev.tunewise.testing.ShippedMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question about cost that tells its figures is answered from these, with the sum. */
class BillDialogueTest {
    private final Asker asker = new Asker(ShippedMachine.pricing());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What would it cost to run 12 million titles a month through Haiku 4.5, 40 tokens in, 45 out? | $3,180 a month | 12,000,000 titles × (40 tokens in at $1.00
            GPT-5.4 mini costs what per month at 3M calls, 900 in and 150 out? | $4,050 a month | 3,000,000 calls × (900 tokens in at $0.75 a million + 150 out at $4.50)
            what's the bill for 200k calls/day at 1.2k in / 80 out on Sonnet 4.6? | $28,800 a month | 200,000 calls a day × 30 days
            monthly cost sonnet 4.6, 50k requests a day, 2000 input tokens, 300 output tokens? | $15,750 a month | 50,000 requests a day
            what would we pay for 1,500 calls per hour, prompt 3k, answer 200 tokens, gemini 3.5 flash? | $6,804 a month | 1,080,000 calls
            With 700 input and 90 output tokens, what do 2.4M chats a quarter cost on Sonnet 4.6? | $2,760 a month | 800,000 chats (2,400,000 per quarter)
            how much is 100M tokens in and 20M tokens out on gpt-5.4 mini | $165 on GPT-5.4 mini | 100,000,000 tokens in
            Haiku 4.5 or GPT-5.4 mini for 80,000 mails a week, 600 tokens in and 40 tokens out: what does each cost? | $219.15 a month | $278.29 a month
            price of labelling 3,000 at 2 dollars each? | $6,000 | 3,000 × $2
            what do 40 hours of an annotator at $35 an hour cost? | $1,400 | 40 hours × $35
            annotating 1,200 notes at 4 euros a note, what is that? | 4,800 EUR | 1,200 notes × 4 EUR
            """)
    void theSumIsToldAtOnce(String question, String sum, String way) {
        String reply = asker.type(question);
        assertTrue(reply.contains(sum) && reply.contains(way), reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much per month to summarise 9,000 reports of 4,000 tokens with Gemini 3.5 Flash? | $66.15 | 150 tokens are assumed. With 10 (a label) it is $54.81, with 600 (a page) $103
            If we send 400 contracts a week of about 12k tokens each to GPT-5.4, what do we pay? | $56.09 | 150 tokens are assumed
            How expensive is GPT-5.4 nano at a million calls a month? | $347.50 | 800 tokens are assumed
            """)
    void aLengthThatNobodyToldIsAssumedWithItsRange(String question, String sum, String assumed) {
        String reply = asker.type(question);
        assertTrue(reply.contains(sum) && reply.contains(assumed), reply);
        assertFalse(asker.state().held().containsKey("output_tokens"), reply);
    }

    @Test
    void aFirstQuestionTellsTheAskersCaseAndSaysSo() {
        String reply = asker.type("GPT-5.4 mini costs what per month at 3M calls, 900 in and 150 out?");
        assertTrue(reply.contains("I took from your question"), reply);
        assertEquals(900, asker.held("input_tokens"));
        assertEquals(150, asker.held("output_tokens"));
        assertEquals(98_562.6, asker.held("calls_per_day"), 0.1);
    }

    @Test
    void laterItSupposesAndTheCaseStays() {
        asker.type(
                "We sort support tickets with GPT-5.4, 5,000 tickets a day, 800 tokens in, 20 out, 88 % right today.");
        String reply = asker.type("GPT-5.4 mini costs what per month at 3M calls, 900 in and 150 out?");
        assertTrue(reply.contains("$4,050 a month") && reply.contains("stays as it was told"), reply);
        String more = asker.type("What would 12,000 a day cost?");
        assertTrue(more.contains("$828 a month") && more.contains("800 tokens in at $2.50"), more);
        assertEquals(5000, asker.held("calls_per_day"));
        assertEquals(
                new Value.Choice("gpt-5.4"), asker.state().held().get("model").value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            and on Sonnet 4.6? | $31,050 a month | on Claude Sonnet 4.6
            And with Haiku 4.5? | $10,350 a month | on Claude Haiku 4.5
            and at 5 million? | $11,000 on GPT-4.1 | 5,000,000 calls × (900 tokens in at $2.00
            and with 20 million calls? | $44,000 on GPT-4.1 | 20,000,000 calls × (900 tokens in
            """)
    void aShortQuestionAfterASumChangesOneThingOfIt(String more, String sum, String way) {
        asker.type("What do 300,000 calls a day with 900 tokens in and 50 out cost on GPT-4.1?");
        String reply = asker.type(more);
        assertTrue(reply.contains(sum) && reply.contains(way), reply);
        assertEquals(300_000, asker.held("calls_per_day"));
        assertEquals(
                new Value.Choice("gpt-4.1"), asker.state().held().get("model").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"and on Sonnet 4.6?", "and on our own GPUs?", "and with 800 examples?", "and for German?"})
    void aShortQuestionWithoutASumBeforeIsNone(String question) {
        assertFalse(asker.type(question).contains("at list price: "), question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What would fine-tuning cost with 4,000 examples of 600 tokens?",
                "Is 5,000 dollars a month a lot for 2M calls on GPT-5.4?",
                "We pay $3,000 a month for 100k calls. How much would Haiku 4.5 cost?",
                "How much can we save on Sonnet 4.6 with 3M calls a month, 900 in and 150 out?",
                "Why is our bill so high at 3M calls, 900 in and 150 out on GPT-5.4?"
            })
    void whatAsksForSomethingElseIsNoSuchSum(String question) {
        String reply = asker.type(question);
        assertFalse(reply.contains("at list price: "), reply);
        assertFalse(reply.contains("I took from your question"), reply);
    }

    @Test
    void thePriceOfAModelIsToldAtOnce() {
        String reply = asker.type("what's the price of Sonnet 4.6?");
        assertTrue(reply.contains("$3.00 for 1M input tokens"), reply);
        assertFalse(reply.contains("adapter"), reply);
    }
}
