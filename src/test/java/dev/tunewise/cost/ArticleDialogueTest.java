package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Asker;
import dev.tunewise.testing.ShippedMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two articles' cases and short questions, as people type them: what is told counts, and nothing stands for another thing. */
class ArticleDialogueTest {
    private final Asker asker = new Asker(ShippedMachine.listening());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opus 4.7 gets 92 % at 60 dollars per 1,000 calls, Sonnet 88 % at 5, a tuned small one 91 % at 0.40."
                        + " We have 800 examples and 50,000 tickets a day. Should we fine-tune?",
                "We use Opus 4.7, it is 92 % right at 60 dollars per 1,000 calls, Sonnet 88 % at 5, a tuned small one"
                        + " 91 % at 0.40. 800 examples, 50,000 tickets a day. Should we fine-tune?"
            })
    void bothModelsAndTheTunedOneStandInTheAnswer(String told) {
        String reply = asker.type(told);
        assertTrue(reply.contains("$1,080,000") && reply.contains("$90,000") && reply.contains("$7,200"), reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We do 50,000 classifications a month at $0.0018 each. Wrong ones cost us about $30K a year in triage."
                        + " Labels cost $4,000 for 2,000. 90% right today, need 96%. Should we fine-tune?",
                "50,000 classifications a month at $0.0018 each; wrong ones cost us about $30K a year in triage; labels"
                        + " cost $4,000 for 2,000; 90 % right, need 96",
                "50k calls/month, $0.0018 per call. errors: $30k/yr triage. 2,000 labels for $4k. 90% now, 96% wanted.",
                "We classify 50,000 disputes monthly. Each call is $0.0018. Triage of the wrong ones costs us 30,000"
                        + " dollars a year. 2,000 labels cost $4,000 altogether. We are 90% right and need 96%.",
                "Labels cost us $4,000 altogether for 2,000 examples. 50,000 a month, $0.0018 per classification, 90%"
                        + " today, 96% required. Wrong ones are triaged by hand for $2,500 a month."
            })
    void whatWrongAnswersCostInAYearIsNoBillOfTheModel(String told) {
        String reply = asker.type(told);
        assertEquals(0.5, asker.held("error_cost"), 0.001, reply);
        assertEquals(1.8, asker.held("cost_per_1k_calls"), 0.001, reply);
        assertFalse(asker.state().held().containsKey("monthly_bill"), reply);
        assertFalse(reply.contains("By price first"), reply);
        assertEquals(
                "2",
                asker.state()
                        .parameters()
                        .get("label_usd_each")
                        .stripTrailingZeros()
                        .toPlainString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and without the triage costs?",
                "without the triage?",
                "ignoring the triage?",
                "what if errors cost nothing?",
                "And leaving out the errors?"
            })
    void whatIsLeftOutIsLookedAt(String asked) {
        asker.type("We classify 50,000 disputes monthly. Each call is $0.0018. Triage of the wrong ones costs us 30,000"
                + " dollars a year. We are 90% right and need 96%.");
        String reply = asker.type(asked);
        assertTrue(reply.contains("Cost of an error") && reply.contains("Nothing has been changed."), reply);
        assertEquals(0.5, asker.held("error_cost"), 0.001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what about only 100 a day?",
                "at 100 tickets a day?",
                "only 100 a day?",
                "and at just 100 a day?",
                "does it hold at 100 a day?",
                "what if it is only 100 a day?"
            })
    void aFigureAloneIsAnotherCaseAndNoAnswer(String asked) {
        asker.type("We sort tickets with Claude Sonnet 4.6, 50,000 tickets a day at $5 per 1,000 calls.");
        String reply = asker.type(asked);
        assertTrue(reply.contains("100 calls a day") && reply.contains("Nothing has been changed."), reply);
        assertEquals(50_000, asker.held("calls_per_day"), 0.001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what would an avoided error have to be worth?",
                "How much would an avoided error have to be worth?",
                "how much must a mistake cost before that pays?",
                "from what value of an avoided error does training win?"
            })
    void whatAnErrorHasToCostIsToldFromTheTable(String asked) {
        asker.type("We sort tickets with Claude Opus 4.7, 50,000 tickets a day at $60 per 1,000 calls.");
        String reply = asker.type(asked);
        assertTrue(reply.contains("Training is the cheapest from"), reply);
        assertTrue(reply.contains("$90,000"), reply);
    }

    /** Whether it is worth it asks about the case as it is told, and supposes no other one. */
    @Test
    void whetherItIsWorthItSupposesNothing() {
        String reply =
                asker.type("We classify tickets with GPT-5.4. Is it worth it to fine-tune for 12 categories with 800"
                        + " labelled examples?");
        assertFalse(reply.contains("Nothing has been changed."), reply);
    }

    @Test
    void whatIsTheTargetTooIsBothAndTheVolumeStays() {
        asker.type("It gets 92% right which is our target, 50,000 tickets a day.");
        assertEquals(92, asker.held("quality_now"), 0.001);
        assertEquals(92, asker.held("quality_target"), 0.001);
        assertEquals(50_000, asker.held("calls_per_day"), 0.001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We sort tickets. 4,000 input tokens and 200 output. 3,000 of them are the system prompt.",
                "We sort tickets: 4,000 tokens in, 200 out. 3,000 of those are our system prompt.",
                "We sort tickets. Prompt 4k in 200 out, system prompt 3k of it."
            })
    void whatOfTheInputIsTheSystemPromptIsHeard(String told) {
        asker.type(told);
        assertEquals(4_000, asker.held("input_tokens"), 0.001);
        assertEquals(200, asker.held("output_tokens"), 0.001);
        assertEquals(3_000, asker.held("system_prompt_tokens"), 0.001);
    }

    @Test
    void aRequiredAccuracyIsTheTarget() {
        asker.type("We sort tickets, 50,000 a day. Required accuracy: 98 %.");
        assertEquals(98, asker.held("quality_target"), 0.001);
    }

    @Test
    void theWordsOfTheButtonAreUnderstood() {
        asker.type("We sort tickets with Claude Sonnet 4.6, 50,000 tickets a day. Should we fine-tune?");
        assertFalse(asker.type("Weigh it as a whole").contains("could not make use"));
    }
}
