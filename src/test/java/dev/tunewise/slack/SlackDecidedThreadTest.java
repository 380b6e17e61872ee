package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.ShippedMachine;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say in a decided thread of the shipped flow without a mention, and what the channel for summaries reads of it. */
class SlackDecidedThreadTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final Member ana = stage.slack().member("U1", "Ana");

    @BeforeEach
    void decide() {
        stage.slack().channel(DECISIONS, "decisions", true);
        stage.follow(ShippedMachine.listening());
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.slash(
                ana,
                GENERAL,
                "Our ticket classifier sends 12 % of 50,000 tickets a day to the wrong queue. It runs on Claude Sonnet"
                        + " 4.6 with 1,200 input tokens and 20 output tokens per ticket, in production. We have 800"
                        + " verified labelled examples in 18 classes, 1,500 evaluation items, quality is 88 %, we need 91"
                        + " %. We tried instructions, few-shot and structured output. Should we fine-tune?");
        say("answer now");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void say(String text) {
        Message root = stage.slack().root(GENERAL);
        ana.deliver(ana.say(GENERAL, root.ts(), text));
        stage.settle();
    }

    private String id() {
        return stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
    }

    private String volume() {
        return stage.consultations()
                .see(id())
                .orElseThrow()
                .state()
                .answers()
                .stated()
                .get("calls_per_day")
                .map(answer -> answer.value().toString())
                .orElse("");
    }

    private int posts() {
        return stage.said(GENERAL).size();
    }

    private void heard(Consumer<String> way) {
        int before = posts();
        way.accept("forget the volume, we do not know how many tickets we get");
        assertEquals("", volume(), stage.said(GENERAL)::toString);
        assertTrue(posts() > before, "the thread is told");
    }

    @Test
    void whatIsTakenBackWithItsReasonIsHeardWithoutAMention() {
        heard(this::say);
    }

    @Test
    void theSameCountsOverTheApiAndSoDoesWhatIsSaidAfterAll() {
        tell("2,000 a day after all");
        assertTrue(volume().contains("2000"), volume());
        heard(this::tell);
    }

    private void tell(String text) {
        InboundEvent event =
                new InboundEvent(text, new Author("U1", "Ana"), stage.time().instant(), "", new UserInput.Said(text));
        stage.consultations().take(id(), event);
        stage.settle();
    }

    @Test
    void figuresOfTheCaseAreHeardWithoutAMentionWhetherTheyCorrectOrGoOn() {
        say("2,000 a day after all");
        assertTrue(volume().contains("value=2000"), volume());
        int before = posts();
        say("2,000 a day after all");
        assertEquals(before, posts(), "what is known already changes nothing");
        say("we now get 30,000 tickets a day");
        assertTrue(volume().contains("value=30000"), volume());
        assertTrue(stage.said(GENERAL).toString().contains("Volume changed from 2,000"), stage.said(GENERAL)::toString);
        before = posts();
        Message root = stage.slack().root(GENERAL);
        Member bob = stage.slack().member("U2", "Bob");
        bob.deliver(bob.say(GENERAL, root.ts(), "it is 40,000 a day by now"));
        stage.settle();
        assertTrue(volume().contains("value=30000"), volume());
        assertEquals(before + 1, posts());
        String asked = stage.said(GENERAL).getLast().shown();
        assertTrue(asked.contains("Ana says 30,000 calls a day, Bob says 40,000 calls a day"), asked);
    }

    @Test
    void talkAmongPeopleStaysTheirs() {
        int before = posts();
        say("let us drop by the office of legal");
        say("my train is 20 minutes late, lunch at 12?");
        say("we have 3 people on it now");
        say("thanks, that saves us $300 a month");
        say("at my last company we had 200,000 tickets a day");
        say("next year it will be 90,000 a day");
        say("it took 3 seconds to load this thread");
        say("forget it, Bob");
        say("after all, we are in no hurry");
        assertEquals(before, posts(), stage.said(GENERAL).toString());
        assertTrue(volume().contains("50000"), volume());
    }

    @Test
    void aChangedAnswerIsToldInOneShortLineWithItsCause() {
        say("actually we only get 30,000 tickets a day");
        String told = stage.said(DECISIONS).getLast().shown();
        assertTrue(told.contains("changed, because of what was said since (Volume: 30,000"), told);
        assertTrue(told.contains("In short it stays: No: As today, in batches"), told);
        assertTrue(told.contains("In figures: $") && told.contains(" a month less than today ("), told);
        assertFalse(told.contains("Before:"), told);
        say("<@U0BOT> a wrong answer costs us about 2 cents");
        told = stage.said(DECISIONS).getLast().shown();
        assertTrue(told.contains("changed, because of what was said since (Cost of an error: "), told);
        assertTrue(told.contains("No: As today, in batches → "), told);
    }
}
