package dev.tunewise.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.FineTuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
        List<List<String>> found = AnchoredPattern.of(Pattern.compile(regex)).words().stream()
                .map(some -> List.copyOf(some))
                .toList();
        assertEquals(words, found.toString());
    }

    @Test
    void noShippedPatternLosesAMatch() throws IOException {
        Set<AnchoredPattern> patterns = new HashSet<>();
        FineTuning.flow()
                .guidance()
                .settings()
                .forEach(setting -> Stream.of(setting.names(), setting.each(), setting.times())
                        .forEach(patterns::addAll));
        int matches = 0;
        for (String text : posts()) {
            String small = text.toLowerCase(Locale.ROOT);
            for (AnchoredPattern one : patterns) {
                if (one.pattern().matcher(text).find()) {
                    matches++;
                    assertTrue(one.mayMatch(small::contains), () -> one.words() + " for " + text);
                }
            }
        }
        assertTrue(matches > 100, "only " + matches);
    }

    private static List<String> posts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/reading"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString().lines().filter(line -> line.length() > 20).toList();
        }
    }
}
