package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks about a model that nobody sells any more hears so in the sentence that decides, whatever it decides. */
class RetiredModelTest {
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.quickCosting());

    @ParameterizedTest
    @CsvSource({
        "llama-2-70b, 0.02, 50000, Llama 2 70B is not sold any more",
        "claude-opus-4-1, 0.02, 50000, Claude Opus 4.1 ended on 2026-08-05",
        "claude-opus-4-1, 2, 200000, Claude Opus 4.1 ended on 2026-08-05"
    })
    void isNamedInTheHeadlineWithTheNearestCurrentOne(String model, double errorCost, int calls, String gone) {
        Answers answers = TicketCase.with("model", model, "error_cost", errorCost, "calls_per_day", calls);
        String headline =
                CONSULTANT.advise(answers, Map.of()).decision().orElseThrow().headline();
        assertTrue(headline.contains(gone + "; the nearest current model of its class is "), headline);
    }

    /** Whoever ran open weights is not sent to a model that nobody can run oneself. */
    @ParameterizedTest
    @ValueSource(strings = {"Llama 2 70B", "Llama 2 7B", "Llama 1"})
    void ofOpenWeightsTheNearestIsOpenToo(String name) {
        PriceCatalogue prices = PriceFiles.shipped();
        LocalDate day = LocalDate.of(2026, 12, 1);
        ModelLookup.Unknown found = assertInstanceOf(ModelLookup.Unknown.class, prices.lookup(name, day));
        assertFalse(found.nearest().isEmpty());
        assertTrue(found.nearest().stream().allMatch(Model::openWeights), found.nearest()::toString);
    }
}
