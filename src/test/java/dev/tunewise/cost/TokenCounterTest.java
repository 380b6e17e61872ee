package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenCounterTest {
    private static final String PROMPT = "Classify the ticket into one of eighteen categories.";
    private final TokenCounter counter = new TokenCounter();
    private final PriceCatalogue catalogue = PriceFiles.shipped();

    @Test
    void countsExactlyForOpenAi() {
        TokenCounter.Count count =
                counter.count(PROMPT, catalogue.model("gpt-5.4").orElseThrow());
        assertEquals("o200k_base", count.encoding());
        assertEquals(10, count.tokens());
        assertFalse(count.approximate());
        assertEquals(
                "cl100k_base",
                counter.count(PROMPT, catalogue.model("gpt-4").orElseThrow()).encoding());
    }

    @Test
    void saysThatTheCountIsApproximateForOtherVendors() {
        TokenCounter.Count count =
                counter.count(PROMPT, catalogue.model("claude-sonnet-4-6").orElseThrow());
        assertTrue(count.approximate());
        assertEquals(10, count.tokens());
        assertEquals("o200k_base", count.encoding());
        assertTrue(counter.count(PROMPT, null).approximate());
    }

    @Test
    void countsSpecialTokensAsPlainText() {
        assertTrue(counter.count("<|endoftext|>", null).tokens() > 1);
        assertEquals(0, counter.count("", null).tokens());
    }

    @Test
    void aRowThatIsNoWordIsCountedInPieces() {
        TokenCounter.Count count =
                counter.count("a".repeat(1_000_000), catalogue.model("gpt-5.4").orElseThrow());
        assertTrue(count.approximate());
        assertTrue(count.why().contains("in pieces"), count.why());
        assertEquals(125_000, count.tokens(), 1_000);
        assertEquals(7_032, counter.count(" ".repeat(900_000), null).tokens(), 300);
        String words = (PROMPT + "\n").repeat(5_000);
        assertTrue(
                !counter.count(words, catalogue.model("gpt-5.4").orElseThrow()).approximate());
    }

    @Test
    void aRowIsCutWhateverItIsMixedOf() {
        for (String mixed : List.of("/\n", "a\u0301", " \u00a0", "-\n", "#\t", "\u0e01\u0e34")) {
            TokenCounter.Count count = counter.count("!" + mixed.repeat(50_000), null);
            assertTrue(count.why().contains("in pieces"), mixed + ": " + count.why());
        }
        String table = "| a | b |\n|---|---|\n".repeat(5_000);
        assertFalse(
                counter.count(table, catalogue.model("gpt-5.4").orElseThrow()).approximate());
    }
}
