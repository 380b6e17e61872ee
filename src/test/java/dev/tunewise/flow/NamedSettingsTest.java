package dev.tunewise.flow;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.testing.FineTuning;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the shipped flow: read where a text surely sets them, and left alone where it may speak of something else. */
class NamedSettingsTest {
    private static final Guidance GUIDANCE = FineTuning.flow().guidance();
    private static final NamedSettings SETTINGS = new NamedSettings(GUIDANCE.settings());

    private static Map<String, String> in(String text) {
        return SETTINGS.in(text).stream()
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
        assertEquals(Map.of("seq_length", "2048", "rank", "8"), in("max_length 2,048 with LoRA rank 8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch_size: 8,16,32 and lora_r=8,16,32",
                "learning rate 0,0002, dropout 0,1, temperature 0,7",
                "the right passage is at rank 3",
                "summaries with a max length of 200 words",
                "we send a batch of 500 tickets every night",
                "latency is fine at batch 1",
                "we trained for 1 to 3 epochs",
                "sampling with top_k 40 and top_p 0.9",
            })
    void leavesAloneWhatMayBeMeantOtherwise(String text) {
        assertEquals(Map.of(), in(text));
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
