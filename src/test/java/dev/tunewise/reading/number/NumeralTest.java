package dev.tunewise.reading.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.Tokenizer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "0; 0", "7; 7", "1200; 1200", "1,200; 1200", "1,200,000.5; 1200000.5", "12,00,000; 1200000",
                        "1.200.000; 1200000",
                "1.200,50; 1200.50", "1 200 000; 1200000", "1'200'000; 1200000", "1_200_000; 1200000", "0.015; 0.015",
                        "0,8; 0.8", "4.6; 4.6"
            })
    void readsTheUsualGroupings(String digits, BigDecimal value) {
        assertEquals(List.of(value), Numeral.of(digits).readings());
    }

    @ParameterizedTest
    @CsvSource({"1.200, 1200, 1.200", "50.000, 50000, 50.000", "12.345, 12345, 12.345"})
    void offersBothReadingsOfAPointBeforeThreeDigits(String digits, BigDecimal grouped, BigDecimal decimal) {
        assertEquals(List.of(grouped, decimal), Numeral.of(digits).readings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "007", "1,20,0", "1.2.3", "192.168.0.1", "1234567890123456", "1,5000", "12 34"})
    void takesNothingElseForANumber(String digits) {
        assertEquals(List.of(), Numeral.of(digits).readings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "half a million; 500000",
                "a quarter of a million; 250000",
                "twelve hundred; 1200",
                "a dozen; 12",
                "half a dozen; 6",
                "two dozen; 24",
                "one and a half million; 1500000",
                "two thousand five hundred; 2500",
                "twenty-five; 25",
                "ninety nine; 99",
                "a hundred and twenty; 120",
                "three hundred thousand; 300000",
                "a few thousand; 3000",
                "several hundred; 5000e-1",
                "a couple of hundred; 200",
                "five; 5",
                "two and a half; 2.5"
            })
    void readsNumbersInWords(String words, BigDecimal value) {
        NumberReader.Number found = new NumberWords(new TokenCursor(Tokenizer.of(words))).at(0);
        assertEquals(0, found.value().compareTo(value), words + " read as " + found);
        assertEquals(Tokenizer.of(words).size(), found.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "a", "an", "and", "hundred", "few", "the million", "half", "one of them"})
    void takesOtherWordsForNoNumber(String words) {
        assertEquals(
                Stream.empty().toList(),
                Stream.ofNullable(new NumberWords(new TokenCursor(Tokenizer.of(words))).at(0))
                        .toList());
    }
}
