package dev.tunewise.flow.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.TypedDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchoredPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "learning[_ -]?rate ; [[learning], [rate]]",
                "tokens? in ; [[token], [ in]]",
                "(?:hours?|days?) ago ; [[ ago], [hour, day]]",
                "(?:very )?(?!same)(?<!by )late(?=ly) ; [[late], [ly]]",
                "\\d+%|percent ; [[%, percent]]",
                "\\d+|percent ; []",
                "a{0,3}b{2}c+d* ; [[b], [c]]",
                "[a[b]\\]c]x ; [[x]]",
                "(?i)yes ; []",
                "\\Qa|b\\E ; []",
                "(?<of>\\d+) of \\k<of> cases ; [[ cases], [ of ]]"
            })
    void findsTheWordsWithoutWhichNothingMatches(String regex, String words) {
        List<List<String>> found = AnchoredPattern.words(Pattern.compile(regex)).stream()
                .map(some -> List.copyOf(some))
                .toList();
        assertEquals(words, found.toString());
    }

    @Test
    void noShippedPatternLosesAMatch() throws IOException {
        Set<AnchoredPattern> shapes = new HashSet<>();
        FineTuning.flow()
                .guidance()
                .settings()
                .forEach(setting -> Stream.of(setting.names(), setting.each(), setting.times())
                        .forEach(shapes::addAll));
        Set<AnchoredPattern> mentions =
                new HashSet<>(FineTuning.flow().guidance().mentions().values());
        List<String> posts = posts();
        List<String> plain = posts.stream().map(NamedThings::plain).toList();
        Walk first = new Walk(shapes, posts);
        Walk second = new Walk(mentions, plain);
        assertTrue(first.matches > 100 && second.matches > 500, first.matches + " and " + second.matches);
        assertTrue(first.tried < first.all / 10 && second.tried < second.all / 10, first.tried + " " + second.tried);
    }

    /** Tries every pattern on every text. */
    private static final class Walk {
        private int matches;
        private int tried;
        private int all;

        Walk(Set<AnchoredPattern> patterns, List<String> texts) {
            for (String text : texts) {
                TextGrams grams = new TextGrams(text.toLowerCase(Locale.ROOT));
                for (AnchoredPattern one : patterns) {
                    boolean may = one.mayMatch(grams);
                    all++;
                    tried += may ? 1 : 0;
                    if (one.pattern().matcher(text).find()) {
                        matches++;
                        assertTrue(may, () -> one.pattern() + " for " + text);
                    }
                }
            }
        }
    }

    /** Some of what people typed in dialogues, and of the rows with posts and figures: every pattern on each of them takes its time. */
    private static List<String> posts() throws IOException {
        List<String> typed = TypedDialogue.all()
                .flatMap(dialogue -> dialogue.lines().stream())
                .map(TypedDialogue.Line::text)
                .toList();
        List<String> rows = new ArrayList<>();
        for (String file : List.of("reading-own/asked.tsv", "reading/own-figures.tsv", "reading/figures/roles.tsv")) {
            rows.addAll(Files.readAllLines(Path.of("src/test/resources", file)));
        }
        return Stream.concat(each(3, typed), each(10, rows)).distinct().toList();
    }

    private static Stream<String> each(int step, List<String> texts) {
        return IntStream.range(0, texts.size()).filter(i -> i % step == 0).mapToObj(texts::get);
    }
}
