package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.PostText;
import dev.tunewise.testing.TypedDialogue;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every dialogue, whatever people type in it. */
class TypedDialoguesTest {
    private static final ConversationEngine MACHINE = FineTuning.machine();

    static Stream<TypedDialogue> dialogues() {
        return TypedDialogue.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void theOpenQuestionStandsLastAndNothingRunsBackwards(TypedDialogue dialogue) {
        ConversationState state = ConversationState.NEW;
        int left = Integer.MAX_VALUE;
        Set<String> seen = new HashSet<>();
        Map<String, Post> newest = new LinkedHashMap<>();
        for (int turn = 0; turn < dialogue.lines().size(); turn++) {
            TypedDialogue.Line line = dialogue.lines().get(turn);
            UserInput input = turn == 0 ? new UserInput.Opened(line.text()) : new UserInput.Said(line.text(), true);
            Author author = new Author("u-" + line.who(), line.who());
            TurnResult step = MACHINE.step(state, author, Instant.EPOCH.plusSeconds(60L * turn), input);
            String where = dialogue.name() + ": " + line.text() + "\n" + PostText.of(step.posts());
            // What stood there already is only redrawn.
            List<Post> thread = step.posts().stream()
                    .filter(post -> post.place() instanceof Post.Thread && seen.add(post.key()))
                    .toList();
            assertFalse(turn > 0 && step.posts().isEmpty(), "nothing is answered: " + where);
            Optional<Post> open = MACHINE.question(step.after());
            if (open.isPresent() && !thread.isEmpty()) {
                assertEquals(open.get().key(), thread.getLast().key(), "the open question stands last: " + where);
            }
            step.posts().forEach(post -> newest.put(post.key(), post));
            List<String> asking = newest.values().stream()
                    .filter(post -> post.blocks().stream().anyMatch(Block.Ask.class::isInstance))
                    .map(Post::key)
                    .toList();
            assertTrue(asking.size() <= 1, "more than one question is open, " + asking + ": " + where);
            Optional<Integer> now = toGo(MACHINE.root(step.after(), true));
            if (now.isPresent()) {
                assertTrue(now.get() <= left, "progress runs backwards from " + left + ": " + where);
                left = now.get();
            }
            boolean newVerdict = step.after().concluded().isPresent()
                    && !step.after().concluded().equals(state.concluded());
            if (newVerdict) {
                assertTrue(
                        thread.stream().anyMatch(post -> post.key().startsWith("answer")),
                        "a new verdict is posted: " + where);
            }
            state = step.after();
        }
    }

    private static Optional<Integer> toGo(Post root) {
        return root.blocks().stream()
                .flatMap(block ->
                        block instanceof Block.Progress(int _, int remaining) ? Stream.of(remaining) : Stream.of())
                .findFirst();
    }
}
