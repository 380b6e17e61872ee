package dev.tunewise.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "don’t|don't",
                "“quoted”|\"quoted\"",
                "５０ｋ|50k",
                "𝟓𝟎𝐤|50k",
                "résumé|resume",
                "a\u00a0b|a b",
                "10–20|10-20",
                "a\u200bb|ab",
                "e\u0301|e",
                "&lt;b&gt;|<b>",
                "10×|10x",
                "≈50|~50",
                "٣|3"
            })
    void writesTheSameCharactersInOneWay(String typed, String plain) {
        assertEquals(plain.replace("<b>", "   "), NormalizedText.of(typed).text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.b/50k now|see ############### now",
                "`code` and text|###### and text",
                "he said \"50k\" twice|he said ##### twice",
                "a {\"b\": 1} c|a ######## c",
                "ask @bob about #4521|ask #### about #####",
                "~50k~ 5k|##### 5k",
                "so :tada: it is|so ###### it is",
                "<@U123> hello|####### hello",
                "the team's data isn't theirs|the team's data isn't theirs"
            })
    void tellsOwnWordsFromOthers(String typed, String seen) {
        NormalizedText plain = NormalizedText.of(typed);
        StringBuilder own = new StringBuilder(plain.text);
        for (int i = 0; i < own.length(); i++) {
            if (plain.layer[i] != NormalizedText.OWN) {
                own.setCharAt(i, '#');
            }
        }
        assertEquals(seen, own.toString());
    }

    @Test
    void leavesOutFencedCodeAndQuotedLines() {
        String text = "before\n```\n50k\n```\n> 60k\nafter";
        NormalizedText plain = NormalizedText.of(text);
        for (int i = 0; i < text.length(); i++) {
            boolean own =
                    i < 7 || i >= text.indexOf("after") || text.charAt(i) == '\n' && i > text.indexOf("```\n>") + 2;
            assertEquals(own, plain.layer[i] == NormalizedText.OWN, "at " + i + " `" + text.charAt(i) + "`");
        }
    }

    @Test
    void knowsThePlaceOfEveryCharacterAsTyped() {
        String typed = "a\u0301 &lt; 𝟓";
        NormalizedText plain = NormalizedText.of(typed);
        assertEquals("a < 5", plain.text);
        assertEquals("𝟓", plain.typed(4, 5).of(typed));
        assertEquals("&lt;", plain.typed(2, 3).of(typed));
    }
}
