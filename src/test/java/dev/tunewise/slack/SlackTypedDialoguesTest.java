package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.store.Address;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.TypedDialogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Slack thread shows last, whatever a team types in it. */
class SlackTypedDialoguesTest {
    private static final String GENERAL = "C0GENERAL";
    private static final ConversationEngine MACHINE = FineTuning.machine();

    static Stream<TypedDialogue> dialogues() {
        return TypedDialogue.half(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void theOpenQuestionIsTheLastThatTheThreadShows(TypedDialogue dialogue) {
        try (Stage stage = new Stage(Stage.Transport.HTTP)) {
            stage.follow(MACHINE);
            Map<String, Member> people = new HashMap<>();
            String thread = "";
            for (TypedDialogue.Line line : dialogue.lines()) {
                Member who = people.computeIfAbsent(
                        line.who(), name -> stage.slack().member("U" + name.toUpperCase(Locale.ROOT), name));
                Message said = who.say(GENERAL, thread, "<@U0BOT> " + line.text());
                thread = thread.isEmpty() ? said.ts() : thread;
                stage.settle();
                ConversationState state = state(stage, thread);
                List<Message> shown = stage.slack().workspace().thread(thread);
                TypedDialogue.awaited(MACHINE, state).ifPresent(open -> {
                    Message last = shown.getLast();
                    assertEquals(FakeSlack.BOT, last.user(), line.text() + " is answered");
                    assertTrue(last.shown().contains(open), () -> line.text() + "\n" + open + "\n" + last.shown());
                });
            }
            assertEquals(List.of(), stage.slack().api().faults());
        }
    }

    private static ConversationState state(Stage stage, String thread) {
        return stage.consultations()
                .see(stage.stores()
                        .conversations()
                        .digest(new Address("slack", "T1", GENERAL, thread, ""))
                        .orElseThrow()
                        .id())
                .orElseThrow()
                .state();
    }
}
