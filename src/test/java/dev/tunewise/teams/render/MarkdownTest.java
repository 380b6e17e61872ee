package dev.tunewise.teams.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.chat.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    *bold*             | \\*bold\\*
                    _aside_ snake_case | \\_aside\\_ snake_case
                    [x](http://evil)   | \\[x\\](http://evil)
                    - item             | \\- item
                    1. first           | 1\\. first
                    a & b < c > d      | a \\& b \\< c \\> d
                    `code` ~gone~      | \\`code\\` \\~gone\\~
                    5-10 and 3.5       | 5-10 and 3.5
                    """)
    void showsWhatPeopleTypedAsTyped(String typed, String escaped) {
        assertEquals(escaped, Markdown.escaped(typed));
    }

    @Test
    void nobodyIsMentioned() {
        String escaped = Markdown.of(Text.plain("hi <at>Everybody</at> and <AT id=1>you</AT >"), 99);
        assertFalse(escaped.toLowerCase(java.util.Locale.ROOT).contains("<at"), escaped);
        assertFalse(escaped.contains("</"), escaped);
    }

    @Test
    void marksStickToWords() {
        Text text = new Text(List.of(
                new Text.Plain("a "),
                new Text.Strong(" b* "),
                new Text.Emphasis("c"),
                new Text.Link("d]", "https://example.com/x(1)"),
                new Text.Link("e", "javascript:alert(1)")));
        assertEquals("a  **b\\*** _c_[d\\]](https://example.com/x%281%29)e", Markdown.of(text, 99));
    }

    @Test
    void neighboursOfOneLookShareTheirMarks() {
        Text text = new Text(List.of(
                new Text.Emphasis(" ("),
                new Text.Emphasis("Own sums, 2026"),
                new Text.Emphasis(")"),
                new Text.Plain(".")));
        assertEquals(" _(Own sums, 2026)_.", Markdown.of(text, 99));
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertEquals("a…", Markdown.plain("a🤖🤖", 3));
        assertEquals("a🤖…", Markdown.plain("a🤖🤖", 4));
    }
}
