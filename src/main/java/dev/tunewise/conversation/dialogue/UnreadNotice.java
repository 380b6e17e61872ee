package dev.tunewise.conversation.dialogue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.Messages;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells once, quietly, which words of a message state something that could be put nowhere. */
public final class UnreadNotice {
    private static final int MOST = 3;
    private static final int LONGEST = 120;
    /** What a reply quotes; a cut quote ends in dots. */
    private static final Pattern QUOTED = Pattern.compile("(?<=[“…])[^“”…]{12,}(?=[”…])");

    /** Lists what is left, but for the words that are put before people already or that a reply takes up. */
    public static void tell(TurnBuilder work, Messages wording) {
        if (work.left().isEmpty()) {
            return;
        }
        List<String> used = Stream.concat(
                        work.changes().stream()
                                .flatMap(change -> change instanceof Change.Proposed each
                                        ? Stream.of(each.quote())
                                        : Stream.empty()),
                        work.replies().stream()
                                .flatMap(post -> Block.flat(post.blocks()))
                                .flatMap(UnreadNotice::quoted))
                .toList();
        List<String> left = work.left().stream()
                .map(piece -> piece.strip().replaceAll("\\s+", " "))
                .filter(piece -> used.stream().noneMatch(quote -> piece.contains(quote) || quote.contains(piece)))
                .map(piece -> Truncate.to(piece, LONGEST))
                .distinct()
                .limit(MOST)
                .toList();
        if (!left.isEmpty()) {
            String listed = left.stream().map(piece -> "“" + piece + "”").collect(Collectors.joining(" · "));
            Text told = wording.text("unplaced", listed);
            work.say(List.of(new Block.Note(Block.Tone.INFO, told)), told.characters());
        }
    }

    private static Stream<String> quoted(Block block) {
        Stream<Text> texts = switch (block) {
            case Block.Paragraph(Text text) -> Stream.of(text);
            case Block.Bullets(List<Text> items) -> items.stream();
            default -> Stream.empty();
        };
        return texts.flatMap(text -> QUOTED.matcher(text.characters()).results())
                .map(found -> found.group().strip());
    }
}
