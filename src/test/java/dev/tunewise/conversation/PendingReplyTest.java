package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.Hedge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short replies to what waits for a decision. */
class PendingReplyTest {
    private static final Value SHORT = Value.Quantity.of(2);
    private static final Value TALL = Value.Quantity.of(12);

    /** Hears in "either" two heights, in "about" one, and nothing in anything else. */
    private static final Interpreter EAR = (text, _) -> switch (text) {
        case "either" -> heard(List.of(SHORT, TALL));
        case "about" -> heard(List.of(TALL));
        default -> Interpretation.NOTHING;
    };

    private final ConversationEngine engine = Hedge.machine(EAR, (_, _) -> Optional.empty());
    private ConversationState state = ConversationState.NEW;

    static Clarification unclear(String fact, List<Value> readings, String quote) {
        List<Clarification.Option> options = readings.stream()
                .map(value -> new Clarification.Option(value, ""))
                .toList();
        return new Clarification(fact, Clarification.Reason.NUMBER, options, quote);
    }

    private static Interpretation heard(List<Value> readings) {
        return new Interpretation(
                List.of(),
                List.of(unclear("height", readings, "words")),
                List.of(),
                null,
                null,
                false,
                false,
                ParameterReadings.NONE,
                List.of(),
                List.of());
    }

    private TurnResult say(String text, Proposal... proposals) {
        UserInput input = state.entries() == 0 ? new UserInput.Opened(text) : new UserInput.Said(text);
        TurnResult step = engine.step(state, Hedge.ANA, Instant.EPOCH, input, List.of(proposals), false);
        state = step.after();
        return step;
    }

    @ParameterizedTest
    @CsvSource({
        "yes, 12",
        "Yes!, 12",
        "that's right, 12",
        "👍🏽, 12",
        ":+1:, 12",
        "👎, none",
        "ja, 12",
        "the first one, 12",
        "no, none",
        "neither, none",
        "forget that one, none"
    })
    void aReadingToConfirmTakesAWord(String reply, String height) {
        say("");
        say("about");
        say(reply);
        assertEquals(
                height,
                state.held("height")
                        .map(held -> held.value().raw().toString().replace(".0", ""))
                        .orElse("none"));
        assertFalse(state.doubts().containsKey("height"));
    }

    @ParameterizedTest
    @CsvSource({"the first, 2", "second, 12", "the last one, 12", "1, 2", "neither, none"})
    void severalReadingsTakeTheirPlaceInTheList(String reply, String height) {
        say("");
        say("either");
        say(reply);
        assertEquals(
                height,
                state.held("height")
                        .map(held -> held.value().raw().toString().replace(".0", ""))
                        .orElse("none"));
    }

    @Test
    void yesToTwoReadingsAsksWhichOne() {
        say("");
        say("either");
        TurnResult step = say("yes");
        assertEquals(List.of("height"), List.copyOf(state.doubts().keySet()));
        assertEquals(
                "Which one is meant? A button, “the first” or the value itself will do.",
                step.posts().stream()
                        .filter(post -> post.key().startsWith("say:"))
                        .findFirst()
                        .orElseThrow()
                        .plain());
    }

    @ParameterizedTest
    @CsvSource({"yes, 2, 0", "no, 0, 0", "the second, 1, 1", "forget that one, 0, 0", "scrap this one, 0, 0"})
    void proposalsAreTakenOrRefusedTogether(String reply, int held, int left) {
        say("");
        say("hm", new Proposal("light", new Value.Choice("sun"), "sunny"), new Proposal("height", TALL, "tall"));
        say(reply);
        assertEquals(held, state.held().size());
        assertEquals(left, state.doubts().size());
    }

    @Test
    void aYesToTheComparisonBringsWhatWasFoldedBesideTheAnswer() {
        ConversationEngine machine = FineTuning.machine();
        Proposal folded = new Proposal("problems", new Value.Choices(List.of("missing-knowledge")), "knows nothing");
        ConversationState opened = machine.step(
                        ConversationState.NEW,
                        Hedge.ANA,
                        Instant.EPOCH,
                        new UserInput.Opened("Which learning rate should I use? It knows nothing"),
                        List.of(folded),
                        false)
                .after();
        TurnResult whole = machine.step(opened, Hedge.ANA, Instant.EPOCH, new UserInput.Said("yes please"));
        assertEquals("proposed:1", whole.posts().getLast().key());
        assertEquals(List.of("problems"), machine.asking(whole.after()));
        TurnResult checked = machine.step(whole.after(), Hedge.ANA, Instant.EPOCH, new UserInput.Said("yes"));
        assertEquals(
                new Value.Choices(List.of("missing-knowledge")),
                checked.after().held("problems").orElseThrow().value());
    }

    /** What nobody cares to confirm is asked plainly once it was put twice: alone it decides nothing. */
    @Test
    void aGuessPassedOverTwiceIsAskedPlainly() {
        ConversationEngine machine = FineTuning.machine();
        Proposal guess = new Proposal("problems", new Value.Choices(List.of("unsafe-output")), "nasty", 0.8, false);
        ConversationState after = opened(machine, "It answers our customers and can be nasty.", guess);
        for (String beside : List.of("xyzzy", "xyzzy again")) {
            after = machine.step(after, Hedge.ANA, Instant.EPOCH, new UserInput.Said(beside))
                    .after();
        }
        assertEquals(List.of("problems"), machine.asking(after));
        assertEquals(
                Optional.of(true),
                machine.question(after).map(card -> card.key().startsWith("q:problems")));
        after = machine.step(after, Hedge.ANA, Instant.EPOCH, new UserInput.Said("unsafe answers"))
                .after();
        assertEquals(Optional.of("unsafe-output"), after.concluded());
    }

    /** Where it leads nowhere else and leaves nothing to ask, it is assumed in plain sight. */
    @Test
    void aGuessThatChangesNothingConcludesOnceItWasPassedOver() {
        ConversationEngine machine = FineTuning.machine();
        Proposal guess = new Proposal("task", new Value.Choice("classification"), "tag", 0.8, false);
        ConversationState after =
                opened(machine, "It picks wrong labels, 12 classes, 2,000 a day in production.", guess);
        for (String beside : List.of("instructions and examples", "stable for years")) {
            after = machine.step(after, Hedge.ANA, Instant.EPOCH, new UserInput.Said(beside))
                    .after();
        }
        assertEquals(
                RecordedAnswer.Basis.PRESUMED, after.held("task").orElseThrow().basis());
    }

    private static ConversationState opened(ConversationEngine machine, String text, Proposal guess) {
        return machine.step(
                        ConversationState.NEW,
                        Hedge.ANA,
                        Instant.EPOCH,
                        new UserInput.Opened(text),
                        List.of(guess),
                        false)
                .after();
    }

    /** What colleagues ask one another is hardly like a question to us, and changes nothing of what was asked. */
    @ParameterizedTest
    @CsvSource({"0.39, none", "0.57, [settings]"})
    void aQuestionInPassingHasToBeMeantForUs(double likeness, String asked) {
        ConversationEngine machine = FineTuning.machine();
        ConversationState opened = machine.step(
                        ConversationState.NEW, Hedge.ANA, Instant.EPOCH, new UserInput.Opened("We sort tickets."))
                .after();
        Proposal question = new Proposal(
                Guidance.INTENT, new Value.Choices(List.of("settings")), "how fast is it?", likeness, true);
        ConversationState after = machine.step(
                        opened,
                        Hedge.ANA,
                        Instant.EPOCH,
                        new UserInput.Said("how fast is it?"),
                        List.of(question),
                        false)
                .after();
        assertEquals(
                asked,
                after.held(Guidance.INTENT)
                        .map(held -> held.value().raw().toString())
                        .orElse("none"));
    }
}
