package dev.tunewise.testing;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a team types in one consultation, as teams type it: several people, typos, changes of mind. The first line opens it. */
public record TypedDialogue(String name, List<Line> lines) {
    private static final Path FILE = Path.of("src/test/resources/dialogues/typed.txt");
    private static final Pattern NEXT = Pattern.compile("^## ", Pattern.MULTILINE);

    /** What one person types. */
    public record Line(String who, String text) {}

    /** All of them, in the order of the file. */
    public static Stream<TypedDialogue> all() {
        try {
            return NEXT.splitAsStream(Files.readString(FILE)).skip(1).map(TypedDialogue::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every second one, from the first (0) or the second (1): the engine plays them all, and each platform's door one half. */
    public static Stream<TypedDialogue> half(int from) {
        List<TypedDialogue> all = all().toList();
        return IntStream.range(0, all.size()).filter(i -> i % 2 == from).mapToObj(all::get);
    }

    /**
     * What the last message has to show while something is asked: the question, the name of what waits for a yes, or the offer that stands in
     * its place beside an answer; empty where nothing is open.
     */
    public static Optional<String> awaited(ConversationEngine machine, ConversationState state) {
        return machine.question(state).map(question -> {
            String fact = machine.asking(state).getFirst();
            String kind = state.doubts().containsKey(fact) ? ".label" : ".question";
            String asked = machine.flow().texts().find("facts." + fact + kind).orElseThrow();
            return machine.posts(state, true).stream()
                    .filter(post -> post.key().equals(question.key()) && isOffer(post, asked))
                    .findFirst()
                    .map(Post::plain)
                    .orElse(asked);
        });
    }

    private static boolean isOffer(Post post, String asked) {
        boolean offers = post.plain().startsWith("I can put all options side by side")
                || post.plain().equals(Messages.english().plain("button-whole"));
        return offers && !post.plain().contains(asked);
    }

    private static TypedDialogue read(String text) {
        String[] lines = text.strip().split("\\R");
        return new TypedDialogue(
                lines[0], Arrays.stream(lines).skip(1).map(TypedDialogue::line).toList());
    }

    private static Line line(String line) {
        String[] parts = line.split(": ", 2);
        return new Line(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return name;
    }
}
