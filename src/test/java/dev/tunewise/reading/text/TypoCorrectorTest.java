package dev.tunewise.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypoCorrectorTest {
    private final TypoCorrector typos = new TypoCorrector(
            List.of("examples", "accuracy", "classification", "tickets", "labels", "tuning", "sample"),
            Set.of("turning"),
            6);

    @ParameterizedTest
    @CsvSource({
        "exmaples, examples",
        "exampples, examples",
        "exmples, examples",
        "acuracy, accuracy",
        "accurracy, accuracy",
        "clasification, classification",
        "classificatiom, classificatiom",
        "clessification, classification",
        "tickts, tickets",
        "lables, labels"
    })
    void findsTheWordMeant(String typed, String meant) {
        assertEquals(meant, typos.meant(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples",
                "turning",
                "simple",
                "label",
                "example",
                "ticke",
                "rexamples",
                "tuner",
                "unknown",
                "e",
                ""
            })
    void leavesOtherWordsAlone(String typed) {
        assertEquals(typed, typos.meant(typed));
    }
}
