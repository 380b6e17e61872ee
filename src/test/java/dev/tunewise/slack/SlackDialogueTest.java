package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.FineTuning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialogue of a consultation along the shipped flow, as a Slack thread shows it. */
class SlackDialogueTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final Member ana = stage.slack().member("U1", "Ana");
    private final Member ben = stage.slack().member("U2", "Ben");
    private String thread = "";

    @BeforeEach
    void follow() {
        stage.follow(FineTuning.machine());
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), stage.slack().api().faults());
        stage.close();
    }

    private List<Message> all() {
        return stage.slack().workspace().thread(thread);
    }

    private void opens(String text) {
        thread = ana.say(GENERAL, "", "<@U0BOT> " + text).ts();
        stage.settle();
    }

    private Message says(Member who, String text) {
        Message said = who.say(GENERAL, thread, "<@U0BOT> " + text);
        stage.settle();
        return said;
    }

    private void last(String expected) {
        String shown = all().getLast().shown();
        assertTrue(shown.contains(expected), shown);
    }

    private void any(String expected) {
        assertTrue(
                all().stream().anyMatch(each -> each.shown().contains(expected)),
                () -> all().stream().map(Message::text).toList().toString());
    }

    @Test
    void theOpenQuestionStandsLastWhateverIsSaidBesideIt() {
        opens("Our classifier sorts tickets into 12 categories. It costs too much and picks the wrong category."
                + " 1,000 tickets a day.");
        for (String beside : List.of("why do you ask?", "status", "let me check", "what would change it?", "no, 50k")) {
            says(ben, beside);
            if (all().getLast().user().equals("U0BOT")) {
                last("on the prompt so far?");
            }
        }
        any("from 1,000 calls a day to");
        says(ana, "the third");
        any("Enforced a schema or JSON mode");
    }

    @Test
    void anAnswerIsReopenedByWhatIsSaidOfItAndTheNewOneStandsAtTheEnd() {
        opens("Our bot does not know our internal documents. Should we fine-tune?");
        any("What is missing is knowledge");
        says(ben, "we already have RAG");
        last("Does the model get your documents through retrieval");
        says(ben, "it often misses the right passage");
        last("yours needs repair first");
        any("This answer was replaced further down");
        says(ana, "remove the knowledge problem");
        any("this is open again");
        says(ana, "just tell me");
        last("Nobody has said");
    }

    @Test
    void anEditOfAMessageMendsWhatItSaidAndKeepsWhatCameLater() {
        opens("Our classifier picks wrong labels.");
        Message first = says(ben, "we have 500 labelled examples and 80 held-out items");
        says(ana, "correction: we hold out 120 items");
        ben.edit(first, "<@U0BOT> we have 900 labelled examples and 80 held-out items");
        stage.settle();
        any("900 examples");
        Map<String, SourcedAnswer> held = held();
        assertEquals(120, quantity(held.get("eval_items")), held::toString);
        // What a message counts for a sum is no fact of the case.
        held.forEach((fact, answer) ->
                assertTrue(FineTuning.flow().isAsked(fact) || quantity(answer) != 80, held::toString));
    }

    @Test
    void whatIsForwardedIsItsAuthorsAndNotWhoForwardsIt() {
        opens("Our classifier picks wrong labels.");
        ben.forward(
                GENERAL, thread, "this is what Ana wrote about their volume", ana, "they have 700 labelled examples");
        stage.settle();
        assertEquals(null, held().get("examples"), "a remark makes nothing its own");
        ben.forward(GENERAL, thread, "", ana, "we have 900 labelled examples");
        stage.settle();
        assertEquals(900, quantity(held().get("examples")));
        SourcedAnswer.Origin origin = Objects.requireNonNull(
                Objects.requireNonNull(held().get("examples")).origin());
        assertEquals("Ana", origin.author());
    }

    private Map<String, SourcedAnswer> held() {
        return stage.consultations()
                .see(stage.stores()
                        .conversations()
                        .digest(new dev.tunewise.session.store.Address("slack", "T1", GENERAL, thread, ""))
                        .orElseThrow()
                        .id())
                .orElseThrow()
                .state()
                .answers()
                .all();
    }

    private static double quantity(@Nullable SourcedAnswer answer) {
        return answer != null && answer.value().raw() instanceof Double number ? number : Double.NaN;
    }

    @Test
    void aMessageIsAskedAboutByTheShortcutAndEditsAfterTheVerdictReachIt() {
        Message talk = stage.slack()
                .workspace()
                .post(
                        GENERAL,
                        "",
                        "U2",
                        "Our bot does not know our internal documents. Should we fine-tune?",
                        new com.google.gson.JsonArray());
        ana.shortcut(talk);
        stage.settle();
        thread = talk.ts();
        any("What is missing is knowledge");
        Message search = says(ben, "we have RAG but it often misses");
        last("yours needs repair first");
        int before = all().size();
        edits(search, "we have RAG but it often misses, sadly");
        assertEquals(before, all().size(), "an edit that changes nothing says nothing");
        edits(search, "we have RAG and it finds the right passages");
        any("Retrieval changed from Yes, but it often misses to Yes, and it finds the right passages");
        last("look into what retrieval does not cover");
        last("This answer replaces an earlier one: No. Facts belong in retrieval");
        edits(search, "never mind");
        last("This answer replaces an earlier one: No. What is missing is knowledge, so look");
        last("Retrieval: Not tried yet");
    }

    private void edits(Message message, String text) {
        ben.edit(message, "<@U0BOT> " + text);
        stage.settle();
    }
}
