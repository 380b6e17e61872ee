package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContradictionsTest {
    private final Contradictions contradictions = Contradictions.shipped();

    @Test
    void holdsEveryCaseThatDoesNotHold() {
        Set<String> expected = GoldenCase.all().stream()
                .filter(golden -> golden.verdict().equals("inconsistent")
                        || golden.verdict().startsWith("fails"))
                .map(GoldenCase::id)
                .collect(Collectors.toSet());
        assertEquals(
                expected, contradictions.all().stream().map(Contradiction::id).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the article says it saves $450 a month|000-api-saving",
                "we would save 450/month on API calls|000-api-saving",
                "they wasted roughly $750/month in calls|000-wasted-calls",
                "it paid for itself in three weeks|000-payback",
                "payback was 3 weeks|000-payback",
                "only $180 upfront cost|000-roi-upfront",
                "Opus 4.7 is $0.015 per 1K output tokens|000-output-price",
                "they used Anthropic's fine-tuning API|000-training-channel",
                "LoRA is 100x cheaper to train|001-100x-train",
                "LoRA is 1000× cheaper to deploy|001-1000x-deploy",
                "a thousand times cheaper to serve an adapter|001-1000x-deploy",
                "with 5,000 calls a day a LoRA pays off|001-lora-5000-day",
                "Opus costs $60 against $5 for Sonnet per 1k|001-opus-sonnet-ratio",
                "Sonnet is 4x Haiku|001-haiku-sonnet-4x",
                "tuned o4-mini is 6x cheaper than GPT-5.4|002-6x-price-data",
                "o4-mini at 1/6th the cost|002-6x-price-data",
                "training is $8 per 1M tokens|002-8-per-m",
                "a LoRA costs $50-500 in GPU hours|002-lora-50-500",
                "a test set of 50-100 items is enough|002-test-set",
                "prompting costs near zero|003-near-zero",
            })
    void findsAContradictionByTheFigureQuoted(String text, String id) {
        List<String> found =
                contradictions.quotedIn(text).stream().map(Contradiction::id).toList();
        assertTrue(found.contains(id), text + " found " + found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we pay $60 per 1k classifications with Opus 4.7",
                "We classify support tickets into 18 categories with Claude Sonnet 4.6, about 50k a day",
                "We have 800 verified labelled examples and a held-out set of 150",
                "every wrong answer costs us about 80 cents",
                "3 requests per second around the clock",
                "accuracy is 88%, we need 95%",
                "about 4500 calls a month",
                "1.2M calls a month on gpt-5.4",
            })
    void leavesOrdinaryFiguresAlone(String text) {
        assertEquals(List.of(), contradictions.quotedIn(text));
    }

    @Test
    void explainsTheContradiction() {
        String text = contradictions.quotedIn("$450 a month").getFirst().text();
        assertTrue(text.contains("$60 a month: 50,000 × ($0.0018 - $0.0006)"), text);
        assertTrue(text.contains("office-hours"), text);
    }
}
