package dev.tunewise.cost.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairedAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 2  | true  | p = 0.039, exact McNemar test",
                "25 | 11 | true  | p = 0.030, McNemar test with continuity correction, chi-squared 4.69",
                "6  | 4  | false | p = 0.75, exact McNemar test",
            })
    void saysWhetherOneIsBetter(int first, int second, boolean better, String figures) {
        PairedAnswer answer = PairedAnswer.of(first, second);
        assertEquals(better, answer.text().startsWith("Yes: the first is better."), answer.text());
        assertTrue(answer.text().contains(figures), answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A got 25 right that B got wrong, B got 11 right that A got wrong. Is A better?",
                "On the same 300 items 25 only the tuned one got right and 11 only the base: is it better?",
                "only A right: 25, only B right: 11. Better?",
                "McNemar with 25 and 11?",
                "25 against 11 discordant pairs, is that significant?",
            })
    void findsTheCountsInAQuestion(String question) {
        assertEquals(Optional.of(PairedAnswer.of(25, 11)), PairedAnswer.in(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The judge compared 60 emails: tuned won 34, lost 22, 4 ties. Is that enough?",
                "It wins 34 and loses 22, ship it?",
                "34 wins, 22 losses and a few ties",
            })
    void findsWinsAndLosses(String question) {
        String answer = PairedAnswer.in(question).orElseThrow().text();
        assertTrue(answer.startsWith("Not shown") && answer.contains("34 won against 22 lost is p = 0.14"), answer);
    }

    @Test
    void leavesOtherQuestionsAlone() {
        assertEquals(Optional.empty(), PairedAnswer.in("We won 3 customers and lost 1,200 hours on this."));
        assertEquals(Optional.empty(), PairedAnswer.in("We won 3 and lost 1200 customers this year."));
        assertEquals(Optional.empty(), PairedAnswer.in("Is 91 % on 300 better than 88 %?"));
        assertEquals(Optional.empty(), PairedAnswer.in("We have 25 right answers, is that enough?"));
    }
}
