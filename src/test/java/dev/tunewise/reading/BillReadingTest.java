package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people pay a month for a model, however they tell it; money for anything else is no bill. */
class BillReadingTest {
    private static final Path ROWS = Path.of("src/test/resources/reading/bills.tsv");
    /** Bills that may stay unread; nothing that is none may be read. */
    private static final int MISSED = 3;

    @Test
    void aBillIsReadHoweverItIsToldAndNothingElseIs() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String row : Files.readAllLines(ROWS)) {
            String[] parts = row.split("\t");
            String read = read(parts[1], Answers.none()).getOrDefault("monthly_bill", "-");
            if (!read.equals(parts[0])) {
                (read.equals("-") ? missed : wrong).add(row + " => " + read);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(missed.size() <= MISSED, () -> String.join("\n", missed));
    }

    @Test
    void aBillAndAVolumeAreAPriceOfCallsInWhateverOrderTheyAreTold() {
        String price = "cost_per_1k_calls";
        assertEquals(
                "7.5",
                read("We pay $9k a month. It answers 40k messages a day.", Answers.none())
                        .get(price));
        assertEquals(
                "9",
                read("Our OpenAI bill is $9,000 a month. We handle 1M calls a month.", Answers.none())
                        .get(price));
        Answers bill = Answers.none().with("monthly_bill", SourcedAnswer.of(Value.Quantity.of(new BigDecimal(9000))));
        assertEquals("7.5", read("We get 40,000 calls a day", bill).get(price));
        Answers volume =
                Answers.none().with("calls_per_day", SourcedAnswer.of(Value.Quantity.of(new BigDecimal(20_000))));
        assertEquals("15", read("Our API bill is $9k a month", volume).get(price));
        assertEquals(
                Map.of(),
                read(
                                "The labels are checked by two people",
                                bill.with(
                                        "calls_per_day",
                                        volume.get("calls_per_day").orElseThrow()))
                        .entrySet()
                        .stream()
                        .filter(each -> each.getKey().equals(price))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void scansOfATomographAreNoCents() {
        assertEquals(Map.of(), read("It takes 300 ct scans", Answers.none()));
        assertEquals(Map.of(), read("We have 40 CT studies", Answers.none()));
        assertEquals("30", read("each answer costs 3 ct", Answers.none()).get("cost_per_1k_calls"));
    }

    private static Map<String, String> read(String text, Answers known) {
        return ReadingFixture.reader().read(text, new ReadingContext(List.of(), known)).reads().stream()
                .filter(answer -> answer.value() instanceof Value.Quantity)
                .collect(Collectors.toMap(
                        ExtractedAnswer::fact,
                        answer -> ((Value.Quantity) answer.value())
                                .value()
                                .stripTrailingZeros()
                                .toPlainString()));
    }
}
