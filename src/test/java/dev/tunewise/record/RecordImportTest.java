package dev.tunewise.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.testing.FineTuning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that is read in again makes the same consultation. */
class RecordImportTest {
    private static final Flow FLOW = FineTuning.flow();
    private static final List<String> MODELS = List.of("gpt-4o", "claude-sonnet-4-6", "gpt-5.4", "gpt-4o-mini");
    private static final List<Author> PEOPLE =
            List.of(new Author("u1", "Ana"), new Author("u2", "Bo \"the\" Baker"), new Author("u3", "Çelik"));
    private static final Consultant CONSULTANT =
            new Consultant(FLOW, new CatalogueCosting(PriceFiles.shipped(), () -> LocalDate.of(2026, 11, 20)));
    private static final ConversationEngine MACHINE = new ConversationEngine(
            FLOW,
            new ConversationEngine.Ports(
                    new AdviceBlocks(CONSULTANT),
                    (_, _) -> Interpretation.NOTHING,
                    (_, _) -> Optional.empty(),
                    RecordImportTest::models,
                    (_, _) -> Optional.empty()),
            Messages.english());

    private final RecordJson json = new RecordJson();
    private final RecordImport imports =
            new RecordImport(id -> id.equals(FLOW.id()) ? Optional.of(CONSULTANT) : Optional.empty());

    private static List<dev.tunewise.chat.Input.Option> models(String name) {
        return name.equals("models")
                ? MODELS.stream()
                        .map(model -> new dev.tunewise.chat.Input.Option(model, model, ""))
                        .toList()
                : List.of();
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("cases", 1000) / 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheSameConsultationAndTheSameResult(int seed) {
        ConversationState state = conversation(new Random(seed));
        DecisionRecord made = DecisionRecord.of(origin(state), CONSULTANT);
        String written = json.write(made);

        RecordImport.Outcome.Ready ready =
                assertInstanceOf(RecordImport.Outcome.Ready.class, imports.read(written), "seed " + seed);
        assertTrue(ready.same(), () -> "seed " + seed + ": " + ready.input().remarks());
        TurnResult step = MACHINE.step(ConversationState.NEW, PEOPLE.getFirst(), Instant.EPOCH, ready.input());
        ConversationState again = MACHINE.state(
                List.of(new Entry("k", PEOPLE.getFirst(), Instant.EPOCH, "", ready.input(), step.changes())));

        assertEquals(step.after(), again, "seed " + seed + ": folding gives another state");
        assertEquals(state.answers(), again.answers(), "seed " + seed);
        assertEquals(state.parameters(), again.parameters(), "seed " + seed);
        assertEquals(
                written, json.write(DecisionRecord.of(origin(again), CONSULTANT)), "seed " + seed + ": another record");
    }

    @Test
    void saysSoWhereTheResultIsAnotherOne() {
        // Which of the drawn conversations end in a decision hangs on the facts of the flow.
        DecisionRecord made = LongStream.range(1, 50)
                .mapToObj(seed -> DecisionRecord.of(origin(conversation(new Random(seed))), CONSULTANT))
                .filter(record -> record.answer().advice().decision().isPresent())
                .findFirst()
                .orElseThrow();
        String headline = made.answer().advice().decision().orElseThrow().headline();
        String other = json.write(made).replace("\"headline\" : \"" + headline, "\"headline\" : \"Yes. Train at once.");

        RecordImport.Outcome.Ready ready = assertInstanceOf(RecordImport.Outcome.Ready.class, imports.read(other));

        assertTrue(ready.input().remarks().getFirst().startsWith("The record said: Yes. Train at once."));
        assertTrue(ready.input().remarks().getFirst().contains("Today it is: " + headline));
    }

    @Test
    void saysWhichPricesHaveChanged() {
        ConversationState state = ConversationState.NEW;
        Map<String, String> facts = Map.of(
                "problems",
                "wrong-labels",
                "task",
                "classification",
                "calls_per_day",
                "50000",
                "model",
                "gpt-4o",
                "input_tokens",
                "1500",
                "output_tokens",
                "20",
                "quality_now",
                "84",
                "quality_target",
                "92");
        state = MACHINE.step(state, PEOPLE.getFirst(), Instant.EPOCH, new UserInput.Filled(facts))
                .after();
        DecisionRecord made = DecisionRecord.of(origin(state), CONSULTANT);
        String cheaper = json.write(made).replace("$2.50 per 1M input tokens", "$9.99 per 1M input tokens");

        RecordImport.Outcome.Ready ready = assertInstanceOf(RecordImport.Outcome.Ready.class, imports.read(cheaper));

        assertTrue(
                ready.input().remarks().stream()
                        .anyMatch(remark ->
                                remark.contains("$9.99 per 1M input tokens then, $2.50 per 1M input tokens now")),
                ready.input().remarks().toString());
    }

    @Test
    void takesNoHarmFromBrokenRecords() {
        String written = json.write(DecisionRecord.of(origin(conversation(new Random(2))), CONSULTANT));
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            StringBuilder broken = new StringBuilder(written);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, "{}[]\",:0e9\u0000".charAt(random.nextInt(11)));
                    default -> broken.setLength(Math.max(1, at));
                }
            }
            switch (imports.read(broken.toString())) {
                case RecordImport.Outcome.Ready ready ->
                    MACHINE.step(ConversationState.NEW, PEOPLE.getFirst(), Instant.EPOCH, ready.input());
                case RecordImport.Outcome.Refused(List<String> problems) ->
                    assertTrue(!problems.isEmpty() && problems.stream().noneMatch(String::isBlank), "seed " + seed);
            }
        }
    }

    /** Several people answer some of the questions, say that nobody knows, and set cost parameters. */
    private static ConversationState conversation(Random random) {
        ConversationState state = MACHINE.step(
                        ConversationState.NEW,
                        PEOPLE.getFirst(),
                        Instant.EPOCH,
                        new UserInput.Opened("Title " + random.nextInt()))
                .after();
        for (int turn = 1; turn <= 4; turn++) {
            Author author = PEOPLE.get(random.nextInt(PEOPLE.size()));
            Instant at = Instant.ofEpochSecond(60L * turn);
            Map<String, String> values = new LinkedHashMap<>();
            for (Fact fact : FLOW.facts()) {
                if (random.nextInt(3) == 0) {
                    values.put(fact.id(), value(fact, random));
                }
            }
            state = MACHINE.step(state, author, at, new UserInput.Filled(values))
                    .after();
            state = MACHINE.step(state, author, at, new UserInput.Clicked(setting(random)))
                    .after();
            state = MACHINE.step(state, author, at, new UserInput.Clicked(Action.Command.of("dont-know")))
                    .after();
        }
        return state;
    }

    private static Action setting(Random random) {
        List<CostParameter> dials = List.copyOf(CONSULTANT.parameters().values());
        CostParameter dial = dials.get(random.nextInt(dials.size()));
        String value = (random.nextBoolean() ? dial.range().low() : dial.range().high()).toPlainString();
        return new Action.Command("adopt", Map.of(dial.key(), value));
    }

    private static String value(Fact fact, Random random) {
        return switch (fact.type()) {
            case CHOICE ->
                fact.choices().isEmpty()
                        ? MODELS.get(random.nextInt(MODELS.size()))
                        : fact.choices().get(random.nextInt(fact.choices().size()));
            case CHOICES -> fact.choices().get(random.nextInt(fact.choices().size()));
            case QUANTITY -> {
                long least = fact.min() == null ? 0 : fact.min().longValue();
                long most = fact.max() == null ? 1_000_000 : Math.min(fact.max().longValue(), 1_000_000);
                yield String.valueOf(least + (long) (random.nextDouble() * (most - least)));
            }
            case YES_NO -> random.nextBoolean() ? "yes" : "no";
        };
    }

    private static RecordInput origin(ConversationState state) {
        Map<String, SourcedAnswer> settings = new LinkedHashMap<>();
        state.tunings().forEach((parameter, tuning) -> settings.put(parameter, tuning.given()));
        return new RecordInput(
                state.title(),
                FLOW.id(),
                FLOW.version(),
                FLOW.fingerprint(),
                Instant.EPOCH,
                Instant.ofEpochSecond(600),
                state.answers(),
                settings);
    }
}
