package dev.tunewise.flow;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.testing.FineTuning;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the shipped flow: read where a text surely sets them, and left alone where it may speak of something else. */
class NamedSettingsTest {
    private static final Guidance GUIDANCE = FineTuning.flow().guidance();
    private static final NamedSettings SETTINGS = new NamedSettings(GUIDANCE.settings());

    private static Map<String, String> in(String text) {
        // What counts items for a sum is no setting.
        return SETTINGS.in(text).stream()
                .filter(read -> !read.fact().equals("countof"))
                .collect(toMap(
                        NamedSettings.Read::fact,
                        read -> read.value().stripTrailingZeros().toPlainString()));
    }

    @Test
    void readsWhatConfigurationsSet() {
        assertEquals(
                Map.of("lr", "0.0002", "epochs", "3", "rank", "16", "lora_alpha", "32", "batch", "8"),
                in("lr=2e-4,epochs=3,r=16,alpha=32, batch_size: 2, gradient_accumulation_steps: 4"));
        assertEquals(Map.of("epochs", "3", "lr", "0.0001"), in("{\"num_train_epochs\": 3, \"learning_rate\": 1e-4}"));
        assertEquals(
                Map.of("rank", "16", "lora_alpha", "128", "warmup", "0.1"),
                in("{\"r\": 16, \"lora_alpha\": 128, \"warmup_ratio\": 0.1}"));
        assertEquals(Map.of("dpo_beta", "0.1"), in("DPO with beta 0.1"));
        assertEquals(Map.of("seq_length", "2048", "rank", "8"), in("max_length 2,048 with LoRA rank 8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch_size: 8,16,32 and lora_r=8,16,32",
                "learning rate 0,0002, dropout 0,1, temperature 0,7",
                "the right passage is at rank 3",
                "summaries with a max length of 200 words",
                "we send a batch of 500 tickets to the office",
                "beta 2 of our product",
                "Krippendorff's alpha of 0.8 between annotators",
                "latency is fine at batch 1",
                "we trained for 1 to 3 epochs",
                "sampling with top_k 40 and top_p 0.9",
            })
    void leavesAloneWhatMayBeMeantOtherwise(String text) {
        assertEquals(Map.of(), in(text));
    }

    @Test
    void dotsPartThousandsAndMillionsInOneText() {
        assertEquals(
                "1200000",
                in("50.000 letters a day, our limit is 1.200.000 tokens per minute")
                        .get("minutelimit"));
    }

    @Test
    void aBatchOfEveryNightIsItemsOfTheNightAndNoSetting() {
        assertEquals(
                Set.of("paceitems"),
                in("we send a batch of 500 tickets every night").keySet());
    }

    @Test
    void otherRanksAndAlphasAskNothingOfAnAdapter() {
        NamedThings things = new NamedThings(GUIDANCE.mentions());
        assertFalse(things.in("Krippendorff's alpha of 0.8 between annotators, should we fine-tune a LoRA adapter?")
                .contains("asks-alpha"));
        assertFalse(
                things.in("The right passage is at rank 3. Is a LoRA worth it?").contains("asks-values"));
        assertFalse(things.in("How do we rank candidates with a LoRA?").contains("asks-alpha"));
        assertTrue(
                things.in("What is the difference between LoRA alpha and rank?").contains("asks-alpha"));
        assertTrue(things.in("Should alpha be twice the rank?").contains("asks-alpha"));
    }

    @Test
    void whoAsksForTrainingHasNotTrainedYet() {
        NamedThings things = new NamedThings(GUIDANCE.mentions());
        assertFalse(things.in("What is the best way to fine-tune?").contains("already-tuned"));
        assertFalse(things.in("For our bot, should we fine-tune?").contains("already-tuned"));
        assertFalse(things.in("Should we do a proper fine-tune?").contains("already-tuned"));
        assertTrue(things.in("Something is off with our llama 3 fine-tune.").contains("already-tuned"));
    }
}
