package dev.tunewise.cost.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.cost.TrainingHours;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.offer.OpenModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The research on open weights, row by row: caches and hours of training; sizes of adapters are among the golden cases. */
final class ResearchFormulasTest {

    @ParameterizedTest
    @CsvSource({"llama-3.3-70b, 327680", "llama-3.1-8b, 131072"})
    void bytesOfCacheAToken(String id, double bytes) {
        assertEquals(bytes, LoraMath.cacheBytesPerToken(model(id)));
    }

    /** At 989 TFLOPS, 35 % of them reached and 2.69 dollars an hour. */
    @ParameterizedTest
    @CsvSource({"8, 0.069", "70, 0.61"})
    void aMillionTokensOfTraining(double billions, double usd) {
        double hours = TrainingHours.of(billions, 1e6, TrainingHours.ADAPTER);
        assertEquals(usd, hours * 2.69, 0.01 * usd);
        assertEquals(1.5 * hours, TrainingHours.of(billions, 1e6, TrainingHours.FULL), 1e-12);
    }

    private static OpenModel model(String id) {
        return PriceFiles.shipped().openModels().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
