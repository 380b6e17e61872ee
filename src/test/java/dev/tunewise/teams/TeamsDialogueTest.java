package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.FineTuning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialogue of a consultation along the shipped flow, as a thread of a Teams channel shows it. */
class TeamsDialogueTest {
    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member ben = stage.member("29:ben", "Ben");
    private String thread = "";

    @BeforeEach
    void follow() {
        stage.follow(FineTuning.machine());
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private void opens(String text) {
        thread = ana.post(FakeTeams.CHANNEL, text);
        stage.settle();
    }

    /** What came to the thread below what somebody said, the last of it last. */
    private List<String> says(Member who, String text) {
        int before = teams.in(thread).size();
        who.mention(thread, text);
        stage.settle();
        List<Message> all = teams.in(thread);
        return all.subList(before, all.size()).stream().map(Message::shown).toList();
    }

    private static void last(String expected, List<String> came) {
        assertFalse(came.isEmpty(), "something is answered");
        assertTrue(came.getLast().contains(expected), came.toString());
    }

    private static void any(String expected, List<String> came) {
        assertTrue(came.stream().anyMatch(each -> each.contains(expected)), came.toString());
    }

    private String root() {
        return teams.in(thread).getFirst().shown();
    }

    @Test
    void theOpenQuestionStandsLastWhateverIsSaidBesideIt() {
        opens(
                "Our classifier sorts tickets into 12 categories. It costs too much and picks the wrong category. 1,000 tickets a day.");
        assertTrue(root().contains("Leaning: **No: Examples in the prompt**, "), root());
        for (String beside : List.of("why do you ask?", "status", "let me check", "what would change it?", "no, 50k")) {
            last("on the prompt so far?", says(ben, beside));
        }
        last("How long will the task stay the same?", says(ana, "the third"));
    }

    @Test
    void anAnswerIsReopenedByWhatIsSaidOfItAndTheNewOneStandsAtTheEnd() {
        opens("Our bot does not know our internal documents. Should we fine-tune?");
        assertTrue(root().contains("What is missing is knowledge"), root());
        List<String> came = says(ben, "we already have RAG");
        last("Does the model get your documents through retrieval", came);
        came = says(ben, "it often misses the right passage");
        last("yours needs repair first", came);
        any("This answer replaces an earlier one", came);
        assertTrue(root().contains("yours needs repair first"), root());
        came = says(ana, "remove the knowledge problem");
        any("this is open again", teams.in(thread).stream().map(Message::shown).toList());
        assertFalse(root().contains("to go"), "no count runs backwards: " + root());
        came = says(ana, "just tell me");
        any("Nobody has said", came);
        any("assumed, not asked", teams.in(thread).stream().map(Message::shown).toList());
    }

    @Test
    void anEditOfAMessageMendsWhatItSaidAndKeepsWhatCameLater() {
        opens("Our classifier picks wrong labels.");
        String first = ben.mention(thread, "we have 500 labelled examples and 80 held-out items");
        stage.settle();
        says(ana, "correction: we hold out 120 items");
        ben.edit(thread, first, "we have 900 labelled examples and 80 held-out items");
        stage.settle();
        String given = says(ana, "status").toString();
        assertTrue(given.contains("900 examples") && given.contains("120 items"), given);
    }

    @Test
    void editsAfterTheVerdictReachIt() {
        opens("Our bot does not know our internal documents. Should we fine-tune?");
        String search = ben.mention(thread, "we have RAG but it often misses");
        stage.settle();
        assertTrue(root().contains("yours needs repair first"), root());
        assertEquals(
                List.of(),
                edits(search, "we have RAG but it often misses, sadly"),
                "an edit that changes nothing says nothing");
        String changed = String.join("\n", edits(search, "we have RAG and it finds the right passages"));
        assertTrue(changed.contains("Retrieval changed from Yes, but it often misses"), changed);
        assertTrue(changed.contains("This answer replaces an earlier one: No. Facts belong in retrieval"), changed);
        assertTrue(root().contains("look into what retrieval does not cover"), root());
        String back = String.join("\n", edits(search, "never mind"));
        assertTrue(back.contains("This answer replaces an earlier one: No. What is missing is knowledge, so"), back);
        assertTrue(root().contains("Retrieval: Not tried yet"), root());
    }

    private List<String> edits(String message, String text) {
        int before = teams.in(thread).size();
        stage.time().pass(Duration.ofMinutes(1));
        ben.edit(thread, message, text);
        stage.settle();
        List<Message> all = teams.in(thread);
        return all.subList(before, all.size()).stream().map(Message::shown).toList();
    }
}
