package dev.tunewise.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.CyclingFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMarkdownTest {
    private static final String NASTY =
            "*_`#|<>[]()!\\~-+=.:@&\"'{}$^ \t\n\r\u202e\u00adäaB1 http://x.y www.z.de 1. <b>&lt; ![](x) \u0000";

    private final RecordMarkdown markdown = new RecordMarkdown(CyclingFlow.flow());
    private final List<Extension> extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();

    @Test
    void tellsTheWholeDecision() {
        String written = markdown.write(SampleRecords.riding());

        assertEquals(
                List.of(
                        "Should I cycle?",
                        "Decision",
                        "Reasons",
                        "Next steps",
                        "Cost",
                        "Appendix",
                        "Sources",
                        "The question as put",
                        "Answers",
                        "Cost parameters set by hand",
                        "Costs in full",
                        "What must be in place",
                        "Training, rollout and upkeep",
                        "What would change this decision",
                        "Assumptions",
                        "All ways, in order of effort",
                        "How it came about",
                        "Version"),
                headings(written));
        for (String part : List.of(
                "- **Date:** 20 November 2026",
                "- **People:** Ada",
                "- **Do this:** **Ride (steel\\|frame)**",
                "### Answers",
                "### How it came about",
                "**Yes. It pays back in 7.5 months.**",
                "| Days | 4 days | Ada | 1 Jan 1970 00:00 UTC | as I said |",
                "| wear | 0.07 | Ana | 19 Nov 2026 08:05 UTC | wear is 0.07 |",
                "| **Ride (steel\\|frame)** _(recommended)_ | $600.00 |".replace("$", "\\$"),
                "2026-11-01",
                "Cost by days: Riding is cheaper from 2 days on",
                "- Distance: 16 km or more → No: Bus",
                "The bike book, “On locks”")) {
            assertTrue(written.contains(part), () -> part + " is not in\n" + written);
        }
    }

    @Test
    void sameRecordGivesTheSameText() {
        assertEquals(markdown.write(SampleRecords.riding()), markdown.write(SampleRecords.riding()));
    }

    @Test
    void tellsPicturesInWordsWhereThereIsNoFile() {
        String written = markdown.write(SampleRecords.riding());

        assertFalse(written.contains("!["), written);
        assertTrue(written.contains("Cost by days: Riding is cheaper from 2 days on"), written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**bold** _it_ `code` ~~gone~~",
                "<script>alert(1)</script> <img src=x onerror=y> &lt; &amp;",
                "[link](https://evil.example) ![image](x) <https://a.b>",
                "https://evil.example/x?y=1 www.evil.example ftp://a.b",
                "a | b || c \\| d \\",
                "# heading\n\n- item\n1. one\n> quote\n---\n```\ncode",
                "1. first",
                "12) twelfth",
                "- item",
                "+ item",
                "=====",
                "    indented",
                "ends with backslash \\",
                "``` `` ` |",
                "@channel <@U123> <!here>",
                "{fare} {distance}"
            })
    void whatPeopleTypeStaysText(String typed) {
        check(typed, typed);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextStaysText(long seed) {
        Random random = new Random(seed);
        StringBuilder typed = new StringBuilder("x");
        int length = 1 + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(NASTY.length());
            typed.append(NASTY, at, Math.min(NASTY.length(), at + 1 + random.nextInt(3)));
        }
        check(typed.toString(), "seed " + seed + ": " + typed);
    }

    /** Nothing typed changes the shape of the document, and all of it is there to read. */
    private void check(String typed, String about) {
        String written = markdown.write(SampleRecords.typed(typed));
        Node parsed = parser.parse(written);
        Shape shape = Shape.of(parsed);
        Shape plain = Shape.of(parser.parse(markdown.write(SampleRecords.typed("plain"))));

        assertEquals(plain.counted, shape.counted, () -> about + "\n" + written);
        String read = read(parsed).replaceAll("\\s+", " ");
        String expected = typed.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        assertTrue(read.contains(expected), () -> about + " is not in\n" + read);
    }

    private List<String> headings(String written) {
        List<String> headings = new ArrayList<>();
        parser.parse(written).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(read(heading));
            }
        });
        return headings;
    }

    private static String read(Node node) {
        StringBuilder read = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                read.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                read.append(code.getLiteral());
            }
        });
        return read.toString();
    }

    /** How many nodes of each kind there are, apart from runs of text and of code, into which addresses are put. */
    private static final class Shape extends AbstractVisitor {
        private final Map<String, Integer> counted = new TreeMap<>();

        static Shape of(Node node) {
            Shape shape = new Shape();
            shape.count(node);
            return shape;
        }

        private void count(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                if (!(child instanceof Text || child instanceof Code)) {
                    counted.merge(child.getClass().getSimpleName(), 1, Integer::sum);
                }
                count(child);
            }
        }
    }
}
