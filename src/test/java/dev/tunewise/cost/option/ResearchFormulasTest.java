package dev.tunewise.cost.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.offer.OpenModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The research on open weights, row by row: sizes, caches, adapters and hours of training. */
final class ResearchFormulasTest {

    @ParameterizedTest
    @CsvSource({"llama-3.3-70b, 327680, 12.94, 207", "llama-3.1-8b, 131072, 2.62, 42"})
    void cacheAndAdapter(String id, double cacheBytes, double millionsPerRank, double megabytesAtRankEight) {
        OpenModel model = model(id);
        assertEquals(cacheBytes, LoraMath.cacheBytesPerToken(model));
        assertEquals(millionsPerRank, LoraMath.allLinear(model, 1) / 1e6, 0.005);
        assertEquals(megabytesAtRankEight, LoraMath.megabytes(LoraMath.allLinear(model, 8)), 0.5);
    }

    @ParameterizedTest
    @CsvSource({"16, 414", "8, 207"})
    void anAdapterOfSeventyBillion(int rank, double megabytes) {
        assertEquals(megabytes, LoraMath.megabytes(LoraMath.allLinear(model("llama-3.3-70b"), rank)), 0.5);
        assertEquals(66, LoraMath.megabytes(LoraMath.queryValue(model("llama-3.3-70b"), 16)), 0.5);
    }

    /** At 989 TFLOPS, 35 % of them reached and 2.69 dollars an hour. */
    @ParameterizedTest
    @CsvSource({"8, 0.069", "70, 0.61"})
    void aMillionTokensOfTraining(double billions, double usd) {
        double hours = LoraMath.trainingHours(billions, 1e6, LoraMath.FLOPS_LORA, 989, 0.35);
        assertEquals(usd, hours * 2.69, 0.01 * usd);
        assertEquals(1.5 * hours, LoraMath.trainingHours(billions, 1e6, LoraMath.FLOPS_FULL, 989, 0.35), 1e-12);
    }

    private static OpenModel model(String id) {
        return PriceFiles.shipped().openModels().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
