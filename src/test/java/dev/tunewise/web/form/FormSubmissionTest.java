package dev.tunewise.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.UserInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What posted forms mean. */
final class FormSubmissionTest {

    @Test
    void aButtonGoesBeforeTheFieldsBesideIt() {
        assertEquals(
                new UserInput.Clicked(Action.Command.of("skip")),
                input("fact=labels&value=300&action=do%2Fskip&text=hello"));
    }

    @Test
    void aPlainNumberIsAnAnswer() {
        assertEquals(new UserInput.Clicked(new Action.Answer("examples", "300")), input("fact=examples&value=+300+"));
        assertEquals(new UserInput.Clicked(new Action.Answer("error_cost", "0.8")), input("fact=error_cost&value=0.8"));
    }

    @Test
    void anythingElseInANumberFieldIsReadAsText() {
        assertEquals(new UserInput.Said("50k a day"), input("fact=calls_per_day&value=50k+a+day"));
    }

    @Test
    void severalChoicesAreJoined() {
        assertEquals(
                new UserInput.Clicked(new Action.Answer("problems", "privacy,too-slow")),
                input("fact=problems&several=yes&value=privacy&value=too-slow"));
    }

    @Test
    void noChoiceAtAllIsAskedBack() {
        assertTrue(problem("fact=problems&several=yes").contains("Choose at least one"));
    }

    @Test
    void aFormLeavesBlankFieldsOut() {
        assertEquals(
                new UserInput.Filled(Map.of("owner", "yes", "problems", "privacy,too-slow")),
                input("fields=owner,rollback,problems&v.owner=yes&v.rollback=&v.problems=privacy&v.problems=too-slow"));
        assertTrue(problem("fields=owner&v.owner=").contains("at least one field"));
    }

    @Test
    void aFormIgnoresFieldsThatItDidNotName() {
        assertEquals(new UserInput.Filled(Map.of("owner", "yes")), input("fields=owner&v.owner=yes&v.labels=verified"));
    }

    @Test
    void textIsKeptWhenItIsTooLong() {
        String text = "x".repeat(FormSubmission.LONGEST + 1);
        FormSubmission.Refused refused =
                assertInstanceOf(FormSubmission.Refused.class, FormSubmission.of(FormData.parse("text=" + text)));
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
        assertEquals(new UserInput.Said("ok"), input("%zz=1&text=ok&=x&novalue"));
    }

    private static UserInput input(String body) {
        return assertInstanceOf(FormSubmission.Event.class, FormSubmission.of(FormData.parse(body)))
                .input();
    }

    private static String problem(String body) {
        return assertInstanceOf(FormSubmission.Refused.class, FormSubmission.of(FormData.parse(body)))
                .problem();
    }
}
