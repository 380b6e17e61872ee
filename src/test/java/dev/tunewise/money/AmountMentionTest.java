package dev.tunewise.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmountMentionTest {
    @Test
    void amountsAreFoundHoweverTheyAreWritten() {
        for (String text : List.of(
                "from $0.014 an error",
                "we pay 900 € a month",
                "USD 40",
                "about 2,000 dollars",
                "5k usd",
                "30 cents each",
                "-$1,200",
                "£ 3")) {
            assertEquals(true, AmountMention.in(text), text);
        }
    }

    @Test
    void otherNumbersAreNone() {
        for (String text : List.of(
                "50,000 calls a day",
                "gpt-5.2 in 3 weeks",
                "12 classes, 65 %",
                "USD is the unit",
                "the dollar rose",
                "usd_per_error",
                "a 5-cent-ral rule")) {
            assertEquals(false, AmountMention.in(text), text);
        }
    }
}
