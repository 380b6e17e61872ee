package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.TypedDialogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a thread of a Teams channel shows last, whatever a team types in it. */
class TeamsTypedDialoguesTest {
    private static final ConversationEngine MACHINE = FineTuning.machine();

    static Stream<TypedDialogue> dialogues() {
        return TypedDialogue.half(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void theOpenQuestionIsTheLastThatTheThreadShows(TypedDialogue dialogue) {
        try (Stage stage = new Stage()) {
            stage.follow(MACHINE);
            Map<String, Member> people = new HashMap<>();
            String thread = "";
            for (TypedDialogue.Line line : dialogue.lines()) {
                Member who = people.computeIfAbsent(
                        line.who(), name -> stage.member("29:" + name.toLowerCase(Locale.ROOT), name));
                if (thread.isEmpty()) {
                    thread = who.post(FakeTeams.CHANNEL, line.text());
                } else {
                    who.mention(thread, line.text());
                }
                stage.settle();
                Message last = stage.teams().in(thread).getLast();
                TypedDialogue.awaited(
                                MACHINE,
                                stage.turns()
                                        .see(stage.digests().getFirst().id())
                                        .orElseThrow()
                                        .state())
                        .ifPresent(open -> assertTrue(
                                last.shown().contains(open), () -> line.text() + "\n" + open + "\n" + last.shown()));
            }
            assertEquals(List.of(), stage.teams().complaints());
        }
    }
}
