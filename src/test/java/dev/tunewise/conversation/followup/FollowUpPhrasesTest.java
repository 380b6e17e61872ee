package dev.tunewise.conversation.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpPhrasesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static List<FollowUpRequest> read(String text) {
        return FollowUpPhrases.read(text, TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I own this",
                "I'll own this.",
                "i own it",
                "I’m the owner of this",
                "owner: me",
                "OK, I will own that!",
                "I will take ownership"
            })
    void whoSaysSoOwnsIt(String text) {
        assertEquals(List.of(new FollowUpRequest.Own()), read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "owner @bob, bob",
        "owner: Bob Smith, Bob Smith",
        "Owner is Zoë, Zoë",
        "assign this to @Bob Smith, Bob Smith",
        "@Bob owns this, Bob"
    })
    void somebodyElseOwnsIt(String text, String name) {
        assertEquals(List.of(new FollowUpRequest.Owner(name)), read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "who owns this?",
                "I own this car and it drifts",
                "we own the data",
                "the owner is on holiday until May",
                "owner Bob is away today",
                "we review every answer by hand",
                "review the prompt",
                "we review in batches",
                "two people review each label",
                "superseded models are a problem here",
                "results are bad",
                "the cost went from $3 to $4",
                "I own this, and we have 5000 calls a day",
                "we shipped it in March and it drifts",
                "we did it: quality from 84 to 91 on 400 items",
                "we shipped it, accuracy is bad"
            })
    void whatIsAboutSomethingElseIsLeftAlone(String text) {
        assertEquals(List.of(), read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "review in March, 2027-03-01",
        "review in December, 2026-12-01",
        "review in March 2028, 2028-03-01",
        "revisit this in 3 months, 2027-02-28",
        "review on 2027-01-31, 2027-01-31",
        "next review: 1 March, 2027-03-01",
        "look at this again on March 5th, 2027-03-05",
        "please review it next quarter, 2027-01-01",
        "review next month, 2026-12-01",
        "review next week, 2026-12-07",
        "review in Q2, 2027-04-01",
        "review in a year, 2027-11-30",
        "review tomorrow, 2026-12-01",
        "review on 30 November, 2027-11-30"
    })
    void daysAreRead(String text, LocalDate day) {
        assertEquals(List.of(new FollowUpRequest.Review(day)), read(text));
    }

    @ParameterizedTest
    @CsvSource({"review in November, in november", "review on 3/4, on 3/4", "review on 2027-02-30, on 2027-02-30"})
    void daysThatMayBeSeveralOrNoneAreAskedFor(String text, String typed) {
        assertEquals(List.of(new FollowUpRequest.WhichDay(typed)), read(text));
    }

    @Test
    void severalThingsInOneMessage() {
        assertEquals(
                List.of(new FollowUpRequest.Own(), new FollowUpRequest.Review(LocalDate.of(2027, 3, 1))),
                read("I own this, review in March"));
        assertEquals(
                List.of(new FollowUpRequest.Owner("Bob"), new FollowUpRequest.ActedOn()),
                read("owner @Bob and we implemented this"));
    }

    @Test
    void thatItStillHoldsIsSaidInWords() {
        for (String text :
                List.of("It still holds.", "still stands", "Yes, the answer still holds", "it\u2019s still valid")) {
            assertEquals(List.of(new FollowUpRequest.StillHolds()), read(text), text);
        }
        for (String text : List.of("it still holds water", "does it still hold?", "the cache still holds 30 GB")) {
            assertEquals(List.of(), read(text), text);
        }
    }

    @Test
    void outcomesAreRead() {
        assertEquals(
                List.of(new FollowUpRequest.Report(
                        new BigDecimal("81"), new BigDecimal("92.5"), new BigDecimal("1200"), new BigDecimal("400"))),
                read("Outcome: quality 81 % to 92.5 %, cost $1,200 to $400 a month"));
        assertEquals(
                List.of(new FollowUpRequest.Report(null, null, new BigDecimal("1200"), new BigDecimal("400"))),
                read("results: cost went from 1.2k a month to 400 a month"));
        assertEquals(
                List.of(new FollowUpRequest.Report(
                        new BigDecimal("84"), new BigDecimal("91"), new BigDecimal("5000"), new BigDecimal("2100"))),
                read("We acted on it, quality went from 84 to 91 and the cost from 5000 to 2100 a month"));
        assertEquals(
                List.of(new FollowUpRequest.Report(new BigDecimal("84"), new BigDecimal("91"), null, null)),
                read("we did it: quality from 84 % to 91 %"));
        assertEquals(List.of(new FollowUpRequest.Report(null, null, null, null)), read("outcome: much better, thanks"));
    }

    @Test
    void theRest() {
        assertEquals(List.of(new FollowUpRequest.NoOwner()), read("no owner"));
        assertEquals(List.of(new FollowUpRequest.NoReview()), read("no review"));
        assertEquals(List.of(new FollowUpRequest.Superseded("the Q3 plan")), read("superseded by the Q3 plan"));
        for (String gone : List.of(
                "this is superseded",
                "We changed our mind, withdraw this",
                "we've decided against it",
                "This was withdrawn.")) {
            assertEquals(List.of(new FollowUpRequest.Superseded("")), read(gone), gone);
        }
        assertEquals(List.of(), read("we decided against it because of the price of the data"));
        assertEquals(List.of(new FollowUpRequest.ActedOn()), read("Mark this as acted on"));
    }

    @Test
    void whoIsMentionedIsKnownByTheirId() {
        var command = FollowUpPhrases.owner("owner Bob van Dam", List.of(new Author("U7", "Bob van Dam")))
                .orElseThrow();
        assertEquals(Map.of("person", "U7", "name", "Bob van Dam"), command.arguments());
        assertEquals("owner", command.name());
        assertEquals(
                true,
                FollowUpPhrases.owner("ask @Bob", List.of(new Author("U7", "Bob")))
                        .isEmpty());
    }

    @Test
    void aWordOfHelpIsNotForTheLastConsultation() {
        assertTrue(FollowUpPhrases.isForTheLast("undo"));
        assertTrue(FollowUpPhrases.isForTheLast("it still holds"));
        assertFalse(FollowUpPhrases.isForTheLast("prices"));
        assertFalse(FollowUpPhrases.isForTheLast("settings"));
    }
}
