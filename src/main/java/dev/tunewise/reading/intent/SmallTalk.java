package dev.tunewise.reading.intent;

import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.WordSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells small talk: greetings, thanks, laughter, farewells and words that ask for patience, where they fill the whole message. */
public final class SmallTalk {
    private static final int LONGEST = 8;
    private static final List<Kind> KINDS = List.of(
            new Kind(Intent.SmallTalk.Kind.ACKNOWLEDGED, false, "acknowledging", "acknowledging"),
            new Kind(Intent.SmallTalk.Kind.GREETING, true, "hello", "greeting"),
            new Kind(Intent.SmallTalk.Kind.THANKS, false, "thank", "thanks"),
            new Kind(Intent.SmallTalk.Kind.THANKS, false, "thank", "farewell"),
            new Kind(Intent.SmallTalk.Kind.LAUGHTER, false, "laugh", "laughter"),
            new Kind(Intent.SmallTalk.Kind.WAITING, false, "hold", "waiting"),
            new Kind(Intent.SmallTalk.Kind.FAREWELL, true, "bye", "farewell"));

    /** A kind with the words of which it has one, at the beginning where it `opens`, and those that may stand beside. */
    private record Kind(Intent.SmallTalk.Kind kind, boolean opens, Set<String> heads, Set<String> words) {
        Kind(Intent.SmallTalk.Kind kind, boolean opens, String heads, String words) {
            this(kind, opens, WordSet.set("small talk: " + heads), WordSet.set("small talk: " + words));
        }

        boolean isSaidBy(List<String> said) {
            return (opens ? said.subList(0, 1) : said).stream().anyMatch(heads::contains) && words.containsAll(said);
        }
    }

    public static Set<String> words() {
        return KINDS.stream().flatMap(kind -> kind.words.stream()).collect(Collectors.toSet());
    }

    public static Optional<Intent> in(TokenSequence line) {
        List<String> words = line.items().stream()
                .filter(item -> item.kind == AnnotatedToken.Kind.WORD)
                .map(item -> item.word)
                .toList();
        boolean tells = IntStream.range(0, line.size()).anyMatch(i -> line.isAmount(i) || line.isName(i));
        return words.isEmpty() || words.size() > LONGEST || tells
                ? Optional.empty()
                : KINDS.stream()
                        .filter(kind -> kind.isSaidBy(words))
                        .findFirst()
                        .map(kind -> new Intent.SmallTalk(kind.kind));
    }
}
