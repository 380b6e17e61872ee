package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team is told of its decisions in Slack: owner and dates, the log, summaries. */
class SlackMemoryTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";
    private static final String PRIVATE = "G0PRIVATE";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");
    private final Member bob = slack.member("U2", "Bob");

    SlackMemoryTest() {
        slack.channel(DECISIONS, "decisions", true);
        slack.channel(PRIVATE, "secret-plans", true);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void slash(Member member, String channel, String text) {
        assertEquals(200, member.slash(channel, text));
        stage.settle();
    }

    private Message conclude(String channel, String problem) {
        slash(ana, channel, problem);
        Message root = slack.root(channel);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        return root;
    }

    private void say(Member member, Message root, String text) {
        member.deliver(member.say(root.channel(), root.ts(), text));
        stage.settle();
    }

    private List<Message> in(String channel) {
        return slack.workspace().messages().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.user().equals(FakeSlack.BOT))
                .toList();
    }

    private LoggedDecision logged() {
        return stage.stores().conversations().list("slack", "T1", 1).getFirst().logged();
    }

    private String whisper() {
        return slack.workspace().whispers().getLast().blocks().toString();
    }

    @Test
    void ownerAndReviewAreSetInTheThreadInPlainWords() {
        Message root = conclude(GENERAL, "A hedge?");
        assertEquals(LoggedDecision.Status.DECIDED, logged().status());
        assertEquals(List.of("Ana"), logged().people());
        say(bob, root, "I own this, review in March 2027");
        assertEquals(new Author("U2", "Bob"), logged().followUp().owner());
        assertEquals(LocalDate.of(2027, 3, 1), logged().followUp().review());
        say(bob, root, "owner <@U1>");
        assertEquals(new Author("U1", "Ana"), logged().followUp().owner());
        String shown = slack.root(GENERAL).shown();
        assertTrue(shown.contains("Ana") && shown.contains("1 March 2027"), shown);
        assertFalse(in(GENERAL).toString().contains("@U1"), "no ids are shown");
        say(ana, root, "we implemented this");
        assertEquals(LoggedDecision.Status.ACTED_ON, logged().status());
        say(ana, root, "outcome: quality 81 % to 92 %, cost $1,200 to $400 a month");
        assertTrue(
                in(GENERAL).getLast().shown().contains("quality 81 % → 92 %"),
                in(GENERAL).toString());
    }

    @Test
    void theLogIsAListWithFiltersAndLinks() {
        Message root = conclude(GENERAL, "A hedge against noise?");
        slash(ana, GENERAL, "A second hedge?");
        say(bob, root, "I own this");
        conclude(PRIVATE, "A secret hedge?");

        slash(ana, GENERAL, "log");
        assertTrue(whisper().contains("A hedge against noise?") && whisper().contains("A second hedge?"), whisper());
        assertTrue(whisper().contains("owner Bob") && whisper().contains("/archives/"), whisper());
        assertFalse(whisper().contains("secret"), whisper());
        slash(ana, GENERAL, "log open");
        assertTrue(whisper().contains("A second hedge?") && !whisper().contains("noise"), whisper());
        slash(bob, GENERAL, "log mine");
        assertTrue(whisper().contains("noise") && !whisper().contains("second"), whisper());
        slash(ana, GENERAL, "log about SECOND hedge");
        assertTrue(whisper().contains("second") && !whisper().contains("noise"), whisper());
        slash(ana, DECISIONS, "log all");
        assertTrue(whisper().contains("noise") && !whisper().contains("secret"), whisper());
        slash(ana, PRIVATE, "log all");
        assertTrue(whisper().contains("noise") && whisper().contains("secret"), whisper());
        slash(ana, GENERAL, "log superseded");
        assertTrue(whisper().contains("Nothing in the log fits"), whisper());
    }
}
