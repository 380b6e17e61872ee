package dev.tunewise.price.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.SizeClass;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelNamesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final PriceCatalogue catalogue = PriceFiles.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"qwen", "Qwen", "llama", "mistral", "grok", "deepseek", "nova", "gpt", "claude", "gemini"})
    void aFamilyAloneIsNoModel(String name) {
        ModelLookup lookup = catalogue.lookup(name, TODAY);
        assertTrue(lookup instanceof ModelLookup.Ambiguous || lookup instanceof ModelLookup.Unknown, lookup.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "sonnet 4.6, claude-sonnet-4-6",
        "Claude Sonnet 4.6, claude-sonnet-4-6",
        "claude-sonnet-4-6-20260115, claude-sonnet-4-6",
        "anthropic/claude-sonnet-4.6, claude-sonnet-4-6",
        "openrouter/anthropic/claude-sonnet-4.6, claude-sonnet-4-6",
        "us.anthropic.claude-sonnet-4-6-20260115-v1:0, claude-sonnet-4-6",
        "bedrock/anthropic.claude-sonnet-4-6, claude-sonnet-4-6",
        "vertex_ai/claude-sonnet-4-6@20260115, claude-sonnet-4-6",
        "sonet 4.6, claude-sonnet-4-6",
        "Sonnet4.6, claude-sonnet-4-6",
        "flash lite, gemini-3.1-flash-lite",
        "gemini flash-lite, gemini-3.1-flash-lite",
        "gemini 3.5 flash lite, gemini-3.5-flash-lite",
        "gemini-3.1-flash-lite-preview, gemini-3.1-flash-lite",
        "gemini-2.5-flash-lite-preview-09-2025, gemini-2.5-flash-lite",
        "gemini/gemini-2.5-flash, gemini-2.5-flash",
        "4o mini, gpt-4o-mini",
        "gpt4o-mini, gpt-4o-mini",
        "4o, gpt-4o",
        "GPT-4o, gpt-4o",
        "gpt-4o-2024-08-06, gpt-4o",
        "GPT-5.4, gpt-5.4",
        "gpt 5.4, gpt-5.4",
        "gpt5.4 mini, gpt-5.4-mini",
        "openai/gpt-5.4-2026-03-05, gpt-5.4",
        "gpt-5, gpt-5",
        "claude opus 4.7, claude-opus-4-7",
        "Opus 4.7, claude-opus-4-7",
        "opus4.7, claude-opus-4-7",
        "claude-opus-4-7-20260416, claude-opus-4-7",
        "haiku 5.5, claude-haiku-5-5",
        "claude 3 haiku, claude-3-haiku-20240307",
        "claude-3-haiku-20240307, claude-3-haiku-20240307",
        "o4-mini, o4-mini",
        "o3, o3",
        "gpt-4, gpt-4",
        "gpt-4-0613, gpt-4",
        "gpt-3.5-turbo-0125, gpt-3.5-turbo",
        "gpt-6 luna, gpt-6-luna",
        "gpt-6.1 sol, gpt-6.1-sol",
        "nova micro, amazon-nova-micro",
        "amazon.nova-micro-v1:0, amazon-nova-micro",
        "mistral small, mistral-small-4",
        "mistral-large-3, mistral-large-3",
        "llama 3.3 70b on groq, groq-llama-3.3-70b",
        "groq/llama-3.3-70b-versatile, groq-llama-3.3-70b",
        "together_ai/meta-llama/Llama-3.3-70B-Instruct, together-llama-3.3-70b",
        "gemini 2.5 pro, gemini-2.5-pro",
        "deepseek v4 flash, deepseek-v4-flash",
        "grok 4.3, grok-4.3",
        "gemni 2.5 pro, gemini-2.5-pro",
        "text-embedding-3-small, text-embedding-3-small",
        "gpt-oss-120b, groq-gpt-oss-120b",
    })
    void findsTheModelThatANameStandsFor(String name, String id) {
        ModelLookup.Found found = assertInstanceOf(ModelLookup.Found.class, catalogue.lookup(name, TODAY), name);
        assertEquals(id, found.model().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sonnet",
                "claude",
                "opus",
                "haiku",
                "gpt",
                "gemini flash",
                "llama 3.3 70b",
                "luna",
                "claude 4.6",
                "gpt-6"
            })
    void asksWhenANameFitsSeveralModels(String name) {
        ModelLookup.Ambiguous several =
                assertInstanceOf(ModelLookup.Ambiguous.class, catalogue.lookup(name, TODAY), name);
        assertTrue(several.models().size() > 1);
    }

    @ParameterizedTest
    @CsvSource({
        "Llama 3.4 70B, MEDIUM",
        "claude-3-5-sonnet-20241022, MEDIUM",
        "gpt-7-mini, SMALL",
        "Claude Opus 3, LARGE",
        "qwen2.5-7b, SMALL",
        "gpt-9, ",
        "our own thing, ",
    })
    void placesAnUnknownModelBySize(String name, SizeClass size) {
        ModelLookup.Unknown unknown = assertInstanceOf(ModelLookup.Unknown.class, catalogue.lookup(name, TODAY), name);
        assertEquals(size, unknown.size());
    }

    @Test
    void namesTheNearestModelsOfAnUnknownOne() {
        ModelLookup.Unknown unknown =
                assertInstanceOf(ModelLookup.Unknown.class, catalogue.lookup("claude-3-5-sonnet-20241022", TODAY));
        assertEquals(
                List.of("claude-sonnet-5-5"),
                unknown.nearest().stream().map(Model::id).toList());
    }

    @Test
    void saysWhichOtherModelsAnAliasCouldMean() {
        ModelLookup.Found found = assertInstanceOf(ModelLookup.Found.class, catalogue.lookup("flash lite", TODAY));
        assertEquals(
                List.of("gemini-3.5-flash-lite", "gemini-2.5-flash-lite"),
                found.others().stream().map(Model::id).toList());
    }

    @Test
    void findsEveryModelByItsIdAndMostByTheirNames() {
        for (Model model : catalogue.models()) {
            assertEquals(model, ((ModelLookup.Found) catalogue.lookup(model.id(), TODAY)).model());
            ModelLookup byName = catalogue.lookup(model.name(), TODAY.minusYears(2));
            boolean met = switch (byName) {
                case ModelLookup.Found found -> found.model().equals(model);
                case ModelLookup.Ambiguous several -> several.models().contains(model);
                case ModelLookup.Unknown ignored -> false;
            };
            assertTrue(met, model.name() + " gave " + byName);
        }
    }
}
