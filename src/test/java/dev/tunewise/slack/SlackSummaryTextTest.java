package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.ShippedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manager reads who sees the summary of a consultation of the shipped flow and nothing else. */
class SlackSummaryTextTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";
    private static final String LONG = "We answer the letters of our customers about their claims with a large model"
            + " and a prompt that several people wrote over the last two years. It is slow and it costs too much by now."
            + " Should we fine-tune a smaller one? Thanks.";

    @TempDir
    Path folder;

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final Member ana = stage.slack().member("U1", "Ana");

    SlackSummaryTextTest() {
        stage.slack().channel(DECISIONS, "decisions", true);
        stage.follow(ShippedMachine.now());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String summary() {
        return stage.said(DECISIONS).getLast().shown();
    }

    private void say(String text) {
        Message root = stage.slack().root(GENERAL);
        ana.deliver(ana.say(GENERAL, root.ts(), text));
        stage.settle();
    }

    private static String percent(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    @Test
    void aLongMessageIsTitledByWholeSentencesItsQuestionFirst() {
        String story =
                "Our ticket classifier sends 12 % of 50,000 tickets a day to the wrong queue. It runs on a model of"
                        + " last year with 1,200 input tokens for each. ";
        assertEquals(
                "Should we fine-tune? Our ticket classifier sends 12 % of 50,000 tickets a day to the wrong queue.",
                titled(story + "Should we fine-tune?"));
        assertEquals(
                "Keep it, retrain it or go back to prompting?",
                titled("We tuned a classifier in March, quality fell from 93 to 88 % since then, and the base model is"
                        + " retired in May, says its vendor. Keep it, retrain it or go back to prompting?"));
        String endless = titled("Should we tune it? " + "We have word after word after word ".repeat(9));
        assertTrue(endless.startsWith("Should we tune it? We have") && endless.endsWith("…"), endless);
    }

    private String titled(String message) {
        stage.time().pass(Duration.ofMinutes(1));
        stage.slash(ana, GENERAL, message);
        return stage.stores().conversations().list("slack", "T1", 1).stream()
                .map(ConversationSummary::title)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSummaryIsAsSureAsTheThread() throws Exception {
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, GENERAL, "Should we tune our ticket classifier?");
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        ShippedMachine.decide(stage.consultations(), id, stage.time().instant());
        stage.settle();
        sameEverywhere();
        stage.follow(ShippedMachine.changed(folder, "1.5", "7.5"));
        stage.watch().look("other prices", stage.time().instant(), 100);
        stage.settle();
        sameEverywhere();
        say("I own this, review in March 2027");
        sameEverywhere();
    }

    @Test
    void whoReadsOnlySummariesHearsThatADecisionNoLongerStands() {
        stage.follow(ShippedMachine.listening());
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, GENERAL, "Our bot does not know our documents, they change weekly. Should we fine-tune?");
        say("answer now");

        say("we decided against it");
        assertTrue(
                summary()
                        .startsWith(
                                "The decision on “Our bot does not know our documents, they change weekly. Should we"
                                        + " fine-tune?” no longer stands: somebody withdrew it or decided otherwise."),
                summary());
        say("undo");
        assertTrue(summary().contains("” stands again: No. "), summary());
        int told = stage.said(DECISIONS).size();
        say("I own this");
        assertEquals(told, stage.said(DECISIONS).size(), "it is told once");
    }

    /** The figure of the summary and of the newest answer in the thread. */
    private void sameEverywhere() {
        String summed = stage.said(DECISIONS).stream()
                .map(Message::shown)
                .filter(text -> text.contains("likely to stay the best"))
                .reduce((_, later) -> later)
                .orElseThrow();
        String told = stage.said(GENERAL).stream()
                .map(Message::shown)
                .filter(text -> text.contains("stays the best in"))
                .reduce((_, later) -> later)
                .orElseThrow();
        assertEquals(
                percent(told, "stays the best in (\\d+) %"), percent(summed, "(\\d+) % likely to stay the best"), told);
    }

    /** The best by money may be another way than what has to be tried first. */
    @Test
    void whatToDoAndItsMoneyAreOfTheSameOption() {
        stage.follow(ShippedMachine.listening());
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.slash(
                ana,
                GENERAL,
                "Our ticket classifier picks wrong labels for 50,000 tickets a day. It runs on Claude Sonnet 4.6 with"
                        + " 1,200 input tokens and 20 output tokens per ticket, in production. We have 800 verified"
                        + " labelled examples in 18 classes, 1,500 evaluation items, quality is 88 %, we need 91 %."
                        + " A wrong answer costs us 2 cents. Should we fine-tune?");
        say("<@U0BOT> answer now");
        String told = stage.slack().root(GENERAL).shown();
        String summed = summary();
        String option = percent(told, "Do this.*?\\*([^*\"(]+) \\(Claude Sonnet 4.6\\)\\*");
        assertEquals("Examples in the prompt", option);
        assertTrue(summed.contains(option) && !summed.contains("likely to stay the best"), summed);
        assertTrue(summed.contains("a month more than today") && !summed.contains("a month less than today"), summed);
    }

    @Test
    void theSummarySaysWhatIsAskedWhatRestsOnGuessesAndWhatBecameOfIt() {
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, GENERAL, LONG);
        String id =
                stage.stores().conversations().list("slack", "T1", 1).getFirst().id();
        stage.consultations()
                .take(
                        id,
                        new InboundEvent(
                                "now",
                                new Author("U1", "Ana"),
                                stage.time().instant(),
                                "",
                                new UserInput.Clicked(ConversationCommand.ANSWER_NOW.action())));
        stage.settle();
        String told = summary();
        assertTrue(told.contains("Should we fine-tune a smaller one? We answer the letters"), told);
        assertTrue(told.contains("Not said, and another answer could change this: “What is wrong”"), told);
        assertTrue(told.contains("To decide"), told);
        say("I own this, review in March 2027");
        assertTrue(summary().contains("To be looked at again") && summary().contains("1 March 2027"), summary());
        say("we implemented this");
        assertTrue(summary().contains("Acted on"), summary());
        assertFalse(summary().contains("To decide"), "nothing is to be decided any more: " + summary());
        say("outcome: quality 81 % to 92 %, cost $1,200 to $400 a month");
        assertTrue(summary().contains("quality 81 % → 92 %, cost $1,200 → $400 a month"), summary());
    }
}
