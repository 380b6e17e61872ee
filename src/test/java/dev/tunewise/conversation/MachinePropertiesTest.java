package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.StateReducer;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.FlowKnowledge;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.walk.BoundaryValues;
import dev.tunewise.flow.walk.FlowPredicates;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.HedgeFlow;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every conversation, tried on random ones. Each failure names its seed. */
class MachinePropertiesTest {
    private static final List<Author> PEOPLE = List.of(Hedge.ANA, Hedge.BEN, Hedge.CHEN);
    private static final List<Intent> INQUIRIES = List.of(
            new Intent.MeaningOf("hedge", "hedges"),
            new Intent.MeaningOf("", "moon"),
            new Intent.SourceOf("who says 2 metres"),
            new Intent.Question("how are you"),
            new Intent.SmallTalk(Intent.SmallTalk.Kind.GREETING),
            new Intent.SmallTalk(Intent.SmallTalk.Kind.LAUGHTER));
    private static final Flow FLOW = HedgeFlow.flow();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Understands anything as something: what a text means depends on nothing but the text and what is asked. */
    /** Answers that the rules tell apart. */
    private static List<Value> candidates(String fact) {
        return new BoundaryValues(FLOW, new FlowPredicates(FLOW))
                .values(fact, Map.of()).stream().map(Value::of).toList();
    }

    private static Interpretation anything(String text, ReadingContext context) {
        Random random = new Random(text.hashCode());
        List<ExtractedAnswer> fills = new ArrayList<>();
        List<Clarification> unclear = new ArrayList<>();
        List<Clarification> refused = new ArrayList<>();
        for (Fact fact : FLOW.facts()) {
            List<Value> values = candidates(fact.id());
            switch (random.nextInt(14)) {
                case 0, 1 ->
                    fills.add(new ExtractedAnswer(
                            fact.id(),
                            values.get(random.nextInt(values.size())),
                            "quoted <b>",
                            random.nextInt(4) == 0));
                case 2 -> unclear.add(PendingReplyTest.unclear(fact.id(), values, "either"));
                case 3 ->
                    refused.add(new Clarification(
                            fact.id(),
                            Clarification.Reason.values()[random.nextInt(Clarification.Reason.values().length)],
                            List.of(),
                            "minus one"));
                default -> {}
            }
        }
        ConversationCommand[] verbs = ConversationCommand.values();
        Action.Command command = random.nextInt(4) == 0 ? verbs[random.nextInt(verbs.length)].about("light") : null;
        Intent inquiry = random.nextInt(5) == 0 ? INQUIRIES.get(random.nextInt(INQUIRIES.size())) : null;
        return new Interpretation(
                fills,
                unclear,
                refused,
                command,
                inquiry,
                random.nextBoolean(),
                random.nextBoolean(),
                ParameterReadings.NONE,
                List.of(),
                List.of());
    }

    private static ConversationEngine machine(Flow flow) {
        return Hedge.machine(flow, MachinePropertiesTest::anything, new FlowKnowledge(flow, Messages.english()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyConversationKeepsItsPromises(int seed) {
        Random random = new Random(seed);
        ConversationEngine machine = machine(FLOW);
        List<Action> seen = new ArrayList<>(List.of(new Action.Answer("moon", "full")));
        List<Entry> entries = new ArrayList<>();
        ConversationState state = ConversationState.NEW;
        for (int turn = 0; turn < 40; turn++) {
            Author author = PEOPLE.get(random.nextInt(PEOPLE.size()));
            UserInput input = turn == 0 ? new UserInput.Opened(text(random)) : input(random, seen);
            String where = "seed " + seed + ", turn " + turn + ", " + author.name() + " " + input + "\n";
            Instant at = Instant.ofEpochSecond(turn);
            TurnResult step = machine.step(state, author, at, input, proposals(random), false);
            entries.add(new Entry("k" + turn, author, at, "", input, step.changes()));
            assertEquals(step.after(), machine.state(entries), where + "folding gives another state");
            wellFormed(step, where);
            alwaysAsksOrAnswers(machine, step.after(), where);
            undoRestores(machine, state, step, author, where);
            step.posts().forEach(post -> collect(post.blocks(), seen));
            state = step.after();
        }
    }

    private static UserInput input(Random random, List<Action> seen) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new UserInput.Said(text(random), random.nextBoolean());
            case 2 -> new UserInput.Filled(form(random));
            case 3 ->
                new UserInput.Clicked(
                        ConversationCommand.values()[random.nextInt(ConversationCommand.values().length)].action());
            default -> new UserInput.Clicked(seen.get(random.nextInt(seen.size())));
        };
    }

    private static String text(Random random) {
        String[] words = {
            "hedge", "12", "<!channel>", "@everyone", "\u0000", "ß", "🌳", "{label}", "**", "_x_", " ", "\n"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(100));
        }
        return text.toString();
    }

    private static Map<String, String> form(Random random) {
        String[] values = {
            "yes", "no", "sun", "shade", "12", "0", "-1", "1e9", "birds,privacy", "yew", "", "𝟙", "9".repeat(50)
        };
        Map<String, String> form = new HashMap<>();
        for (Fact fact : FLOW.facts()) {
            if (random.nextInt(3) == 0) {
                form.put(fact.id(), values[random.nextInt(values.length)]);
            }
        }
        return form;
    }

    private static List<Proposal> proposals(Random random) {
        return random.nextInt(8) > 0
                ? List.of()
                : List.of(
                        new Proposal("light", new Value.Choice("sun"), "sunny"),
                        new Proposal("height", Value.Quantity.of(99), "99"),
                        new Proposal("moon", new Value.YesNo(true), "full"));
    }

    private static void wellFormed(TurnResult step, String where) {
        Set<String> keys = new HashSet<>();
        for (Post post : step.posts()) {
            String all = where + PostText.of(post);
            assertTrue(keys.add(post.key()), all + "two posts with one key");
            assertFalse(post.plain().isBlank(), all + "nothing for screen readers");
            assertFalse(post.blocks().isEmpty(), all + "an empty post");
            for (Button button : buttons(post.blocks())) {
                assertTrue(button.label().length() <= 75 && !button.label().isBlank(), all + button);
            }
            for (Block block : post.blocks()) {
                if (block instanceof Block.Progress(int answered, int remaining)) {
                    assertTrue(answered >= 0 && remaining >= 0 && remaining <= FLOW.maxQuestions(), all);
                }
            }
        }
    }

    private static void alwaysAsksOrAnswers(ConversationEngine machine, ConversationState state, String where) {
        List<String> asking = machine.asking(state);
        boolean waits = !state.doubts().isEmpty();
        boolean talks =
                state.stopped() || !asking.isEmpty() || state.concluded().isPresent() || waits;
        assertTrue(talks, where + "nothing is asked and nothing answered: " + state);
        if (!asking.isEmpty() && !state.doubts().containsKey(asking.getFirst())) {
            assertTrue(state.asked().containsAll(asking), where + "no open card asks for " + asking + " in " + state);
        }
    }

    private static void undoRestores(
            ConversationEngine machine, ConversationState before, TurnResult step, Author author, String where) {
        boolean undoable = before.entries() > 0
                && !step.after().mind().reopening(null).equals(before.mind().reopening(null))
                && step.changes().stream().noneMatch(change -> change instanceof Change.Undone);
        if (undoable) {
            ConversationState undone = machine.step(
                            step.after(),
                            author,
                            Instant.EPOCH,
                            new UserInput.Clicked(ConversationCommand.RESUME.action()))
                    .after();
            ConversationState source = step.after().stopped() ? step.after() : undone;
            StateReducer folding = new StateReducer(FLOW, source, author, Instant.EPOCH);
            folding.apply(new Change.Undone());
            assertEquals(
                    before.mind().reopening(null),
                    folding.done().mind().reopening(null),
                    where + "undo does not restore");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answeringWhatIsAskedEndsWithAnAnswer(int seed) {
        Random random = new Random(seed);
        ConversationEngine machine = machine(FLOW);
        ConversationState state = machine.step(
                        ConversationState.NEW, Hedge.ANA, Instant.EPOCH, new UserInput.Opened("no"))
                .after();
        state = machine.step(
                        state,
                        Hedge.ANA,
                        Instant.EPOCH,
                        new UserInput.Clicked(new Action.Command("restart", Map.of("sure", "yes"))))
                .after();
        for (int turn = 0; turn < 30 && state.concluded().isEmpty(); turn++) {
            String asked = machine.asking(state).getFirst();
            List<Value> values = candidates(asked);
            Value value = values.get(random.nextInt(values.size()));
            state = machine.step(state, Hedge.ANA, Instant.EPOCH, Hedge.answer(asked, ValueFormat.written(value)))
                    .after();
        }
        assertTrue(state.concluded().isPresent(), "seed " + seed + " " + state);
        assertTrue(
                state.held().size() <= FLOW.maxQuestions(),
                "seed " + seed + " " + state.held().keySet());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anotherEditionOfTheFlowIsFollowedWithoutAHitch(int seed) {
        Random random = new Random(seed);
        ConversationEngine old = machine(FLOW);
        List<Entry> entries = new ArrayList<>();
        ConversationState state = ConversationState.NEW;
        for (int turn = 0; turn < 8; turn++) {
            UserInput input = turn == 0 ? new UserInput.Opened("") : new UserInput.Filled(form(random));
            TurnResult step = old.step(state, Hedge.ANA, Instant.EPOCH, input);
            entries.add(new Entry("k" + turn, Hedge.ANA, Instant.EPOCH, "", input, step.changes()));
            state = step.after();
        }
        ConversationEngine revised = machine(HedgeFlow.revised());
        ConversationState carried = revised.state(entries);
        assertEquals(
                state.held("light").map(RecordedAnswer::value),
                carried.held("sunshine").map(RecordedAnswer::value),
                "seed " + seed);
        carried.held()
                .forEach((fact, held) -> assertTrue(
                        ValueConstraints.fits(revised.flow().fact(fact).orElseThrow(), held.value()),
                        "seed " + seed + " " + fact));
        TurnResult next = revised.step(
                carried, Hedge.BEN, Instant.EPOCH, new UserInput.Clicked(ConversationCommand.STATUS.action()));
        alwaysAsksOrAnswers(revised, next.after(), "seed " + seed);
    }

    private static List<Button> buttons(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> switch (block) {
                    case Block.Buttons(List<Button> buttons) -> buttons.stream();
                    case Block.Ask ask -> ask.asides().stream();
                    case Block.Details(String _, List<Block> inside) -> buttons(inside).stream();
                    default -> java.util.stream.Stream.<Button>empty();
                })
                .toList();
    }

    private static void collect(List<Block> blocks, List<Action> into) {
        buttons(blocks).forEach(button -> into.add(button.action()));
        for (Block block : blocks) {
            if (block instanceof Block.Chips(List<Block.Chip> chips)) {
                chips.forEach(chip -> into.addAll(Arrays.asList(chip.change(), chip.remove())));
            }
            if (block instanceof Block.Ask ask) {
                ask.inputs().forEach(input -> answers(input, into));
            }
        }
    }

    private static void answers(dev.tunewise.chat.Input input, List<Action> into) {
        List<dev.tunewise.chat.Input.Option> options = switch (input.kind()) {
            case dev.tunewise.chat.Input.One one -> one.options();
            case dev.tunewise.chat.Input.Many many -> many.options();
            case dev.tunewise.chat.Input.Number number -> number.picks();
            case dev.tunewise.chat.Input.Search search -> search.suggestions();
            case dev.tunewise.chat.Input.YesNo() ->
                List.of(
                        new dev.tunewise.chat.Input.Option("yes", "", ""),
                        new dev.tunewise.chat.Input.Option("no", "", ""));
        };
        options.forEach(option -> into.add(new Action.Answer(input.fact(), option.value())));
    }
}
