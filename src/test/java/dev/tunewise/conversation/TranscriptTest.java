package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.PostText;
import dev.tunewise.testing.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the conversations in `src/test/resources/transcripts`. Set `TRANSCRIPTS_SHOW=1` in the environment to read them. */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    private static final Map<String, ConversationEngine> MACHINES =
            Map.of("hedge", Hedge.listening(), "fine-tuning", FineTuning.machine());

    static Stream<Transcript> transcripts() {
        return Transcript.all(FOLDER).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void goesAsWritten(Transcript transcript) {
        ConversationEngine machine = MACHINES.get(transcript.flow());
        ConversationState state = ConversationState.NEW;
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (Transcript.Turn turn : transcript.turns()) {
            Instant at = Instant.EPOCH.plusSeconds(60L * number);
            TurnResult step = machine.step(state, turn.author(), at, turn.input());
            entries.add(new Entry("k" + number, turn.author(), at, "", turn.input(), step.changes()));
            String where = transcript.name() + ", turn " + ++number + ", "
                    + turn.author().name() + " " + turn.input() + "\n" + step.changes() + "\n";
            if (System.getenv("TRANSCRIPTS_SHOW") != null) {
                System.out.println("\n#### " + where + PostText.of(step.posts()));
            }
            check(machine, step, turn.expect(), where);
            assertEquals(step.after(), machine.state(entries), where + "folding all entries gives another state");
            state = step.after();
        }
    }

    private static void check(ConversationEngine machine, TurnResult step, Map<String, Object> expect, String where) {
        String shown = PostText.of(step.posts());
        String all = where + shown;
        expect.forEach((kind, value) -> {
            switch (kind) {
                case "shows" ->
                    strings(value).forEach(text -> assertTrue(shown.contains(text), text + "\nmissing in " + all));
                case "hides" ->
                    strings(value).forEach(text -> assertFalse(shown.contains(text), text + "\nfound in " + all));
                case "posts" ->
                    assertEquals(
                            strings(value), step.posts().stream().map(Post::key).toList(), all);
                case "asks" -> assertEquals(strings(value), machine.asking(step.after()), all);
                case "holds" -> assertEquals(held(value), held(machine.flow(), step.after()), all);
                case "concluded" ->
                    assertEquals(String.valueOf(value), step.after().concluded().orElse("no"), all);
                case "doubts" ->
                    assertEquals(
                            strings(value), List.copyOf(step.after().doubts().keySet()), all);
                default -> throw new IllegalArgumentException("No such expectation: " + kind);
            }
        });
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static Map<String, String> held(Object value) {
        Map<String, String> held = new TreeMap<>();
        ((Map<?, ?>) value).forEach((fact, written) -> held.put(String.valueOf(fact), String.valueOf(written)));
        return held;
    }

    private static Map<String, String> held(Flow flow, ConversationState state) {
        Map<String, String> held = new TreeMap<>();
        state.held()
                .forEach((fact, answer) ->
                        held.put(fact, ValueFormat.written(answer.value()) + (answer.assumed() ? " assumed" : "")));
        // What is only named is no answer.
        held.remove(Guidance.MENTIONS);
        // A figure by its role only serves sums, and has tests of its own.
        flow.guidance().settings().stream()
                .filter(setting -> setting.names().stream()
                        .anyMatch(name -> name.pattern().namedGroups().containsKey(setting.fact())))
                .forEach(setting -> held.remove(setting.fact()));
        held.keySet().removeIf(fact -> fact.startsWith("fig_"));
        return held;
    }
}
