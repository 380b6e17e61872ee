package dev.tunewise.teams.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.teams.deliver.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <at>Tunewise</at> should we?                   | should we?
                    <at>Tunewise</at>&nbsp;should we?              | should we?
                    should <at>Tunewise</at> we?                   | should we?
                    <at>Tunewise</at> ask <at>Ana</at> too         | ask Ana too
                    <at id='0'>Tunewise</at> should we?            | should we?
                    <at>Tunewise</at> <at>Tunewise</at> help       | help
                    <p><at>Tunewise</at> a &lt; b &amp;&amp; c</p> | a < b && c
                    <at>Tunewise</at> a Map<String, X> <b>here</b> | a Map<String, X> here
                    """)
    void leavesWhatWasSaid(String text, String said) {
        Activity activity = Activity.read("""
                        {"text":%s,"recipient":{"id":"28:bot"},"entities":[{"type":"clientInfo"},
                         {"type":"mention","text":"<at>Tunewise</at>","mentioned":{"id":"28:bot","name":"Tunewise"}},
                         {"type":"mention","text":"<at>Ana</at>","mentioned":{"id":"29:ana","name":"Ana"}}]}""".formatted(new com.fasterxml.jackson.databind.node.TextNode(text)))
                .orElseThrow();
        assertEquals(said, Mentions.stripped(activity));
    }

    @Test
    void aQuoteStaysMarkedAsSuch() {
        assertEquals(
                "> Ben\n> we have 900 examples\nis that enough?",
                Mentions.plain(
                        "<blockquote itemtype=\"reply\"><p>Ben</p><p>we have <b>900</b> examples</p></blockquote><p>is"
                                + " that enough?</p>"));
    }
}
