package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.Input;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What posted forms mean. */
final class SentTest {

    @Test
    void aButtonGoesBeforeTheFieldsBesideIt() {
        assertEquals(
                new Input.Clicked(Action.Command.of("skip")),
                input("fact=labels&value=300&action=do%2Fskip&text=hello"));
    }

    @Test
    void aPlainNumberIsAnAnswer() {
        assertEquals(new Input.Clicked(new Action.Answer("examples", "300")), input("fact=examples&value=+300+"));
        assertEquals(new Input.Clicked(new Action.Answer("error_cost", "0.8")), input("fact=error_cost&value=0.8"));
    }

    @Test
    void anythingElseInANumberFieldIsReadAsText() {
        assertEquals(new Input.Said("50k a day"), input("fact=calls_per_day&value=50k+a+day"));
    }

    @Test
    void severalChoicesAreJoined() {
        assertEquals(
                new Input.Clicked(new Action.Answer("problems", "privacy,too-slow")),
                input("fact=problems&several=yes&value=privacy&value=too-slow"));
    }

    @Test
    void noChoiceAtAllIsAskedBack() {
        assertTrue(problem("fact=problems&several=yes").contains("Choose at least one"));
    }

    @Test
    void aFormLeavesBlankFieldsOut() {
        assertEquals(
                new Input.Filled(Map.of("owner", "yes", "problems", "privacy,too-slow")),
                input("fields=owner,rollback,problems&v.owner=yes&v.rollback=&v.problems=privacy&v.problems=too-slow"));
        assertTrue(problem("fields=owner&v.owner=").contains("at least one field"));
    }

    @Test
    void aFormIgnoresFieldsThatItDidNotName() {
        assertEquals(new Input.Filled(Map.of("owner", "yes")), input("fields=owner&v.owner=yes&v.labels=verified"));
    }

    @Test
    void textIsKeptWhenItIsTooLong() {
        String text = "x".repeat(Sent.LONGEST + 1);
        Sent.Refused refused = assertInstanceOf(Sent.Refused.class, Sent.of(FormData.parse("text=" + text)));
        assertEquals(text, refused.text());
        assertTrue(refused.problem().contains("40,001 characters"));
    }

    @Test
    void emptyTextAndForeignButtonsAreRefused() {
        assertTrue(problem("text=+%0A").contains("Type a message"));
        assertTrue(problem("").contains("Type a message"));
        assertTrue(problem("action=elsewhere").contains("not one of ours"));
    }

    @Test
    void malformedFieldsAreLeftOut() {
        assertEquals(new Input.Said("ok"), input("%zz=1&text=ok&=x&novalue"));
    }

    private static Input input(String body) {
        return assertInstanceOf(Sent.Event.class, Sent.of(FormData.parse(body))).input();
    }

    private static String problem(String body) {
        return assertInstanceOf(Sent.Refused.class, Sent.of(FormData.parse(body)))
                .problem();
    }
}
