package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells once, quietly, which words of a message state something that could be put nowhere. */
public final class UnplacedWords {
    private static final int MOST = 3;
    private static final int LONGEST = 120;

    /** Lists what is left; empty where nothing is. `proposed`: the words of what is put before people already. */
    public static Optional<Text> of(Messages wording, Interpretation heard, List<String> proposed) {
        List<String> left = heard.unplaced().stream()
                .filter(piece -> proposed.stream().noneMatch(quote -> piece.contains(quote) || quote.contains(piece)))
                .map(UnplacedWords::shortened)
                .distinct()
                .limit(MOST)
                .toList();
        String listed = left.stream().map(piece -> "“" + piece + "”").collect(Collectors.joining(" · "));
        return left.isEmpty() ? Optional.empty() : Optional.of(wording.text("unplaced", listed));
    }

    private static String shortened(String piece) {
        String plain = piece.strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
    }
}
