package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.Intent;
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
        return IntStream.range(0, 120);
    }

    /** Understands anything as something: what a text means depends on nothing but the text and what is asked. */
    private static Heard anything(String text, Interpreter.Setting setting) {
        Random random = new Random(text.hashCode());
        List<Heard.Fill> fills = new ArrayList<>();
        List<Heard.Unclear> unclear = new ArrayList<>();
        List<Heard.Refused> refused = new ArrayList<>();
        for (Fact fact : FLOW.facts()) {
            List<Value> values = Outcomes.of(fact, new Picks(FLOW));
            switch (random.nextInt(14)) {
                case 0, 1 ->
                    fills.add(new Heard.Fill(
                            fact.id(),
                            values.get(random.nextInt(values.size())),
                            "quoted <b>",
                            random.nextInt(4) == 0));
                case 2 -> unclear.add(new Heard.Unclear(fact.id(), values, "either"));
                case 3 ->
                    refused.add(new Heard.Refused(fact.id(), "minus one", Heard.Reason.values()[random.nextInt(6)]));
                default -> {}
            }
        }
        Verb[] verbs = Verb.values();
        Action.Command command = random.nextInt(4) == 0 ? verbs[random.nextInt(verbs.length)].about("light") : null;
        Intent inquiry = random.nextInt(5) == 0 ? INQUIRIES.get(random.nextInt(INQUIRIES.size())) : null;
        return new Heard(fills, unclear, refused, command, inquiry, random.nextBoolean(), random.nextBoolean());
    }

    private static Machine machine(Flow flow) {
        return Hedge.machine(flow, MachinePropertiesTest::anything, new FlowAlmanac(flow, Wording.english()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyConversationKeepsItsPromises(int seed) {
        Random random = new Random(seed);
        Machine machine = machine(FLOW);
        List<Action> seen = new ArrayList<>(List.of(new Action.Answer("moon", "full")));
        List<Entry> entries = new ArrayList<>();
        State state = State.NEW;
        for (int turn = 0; turn < 40; turn++) {
            Author author = PEOPLE.get(random.nextInt(PEOPLE.size()));
            Input input = turn == 0 ? new Input.Opened(text(random)) : input(random, seen);
            String where = "seed " + seed + ", turn " + turn + ", " + author.name() + " " + input + "\n";
            Instant at = Instant.ofEpochSecond(turn);
            Step step = machine.step(state, author, at, input, proposals(random));
            entries.add(new Entry("k" + turn, author, at, "", input, step.changes()));
            assertEquals(step.after(), machine.state(entries), where + "folding gives another state");
            wellFormed(step, where);
            alwaysAsksOrAnswers(machine, step.after(), where);
            undoRestores(machine, state, step, author, where);
            step.posts().forEach(post -> collect(post.blocks(), seen));
            state = step.after();
        }
    }

    private static Input input(Random random, List<Action> seen) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Input.Said(text(random), random.nextBoolean());
            case 2 -> new Input.Filled(form(random));
            case 3 -> new Input.Clicked(Verb.values()[random.nextInt(Verb.values().length)].action());
            default -> new Input.Clicked(seen.get(random.nextInt(seen.size())));
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

    private static void wellFormed(Step step, String where) {
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

    private static void alwaysAsksOrAnswers(Machine machine, State state, String where) {
        List<String> asking = machine.asking(state);
        boolean waits = !state.doubts().isEmpty();
        boolean talks =
                state.stopped() || !asking.isEmpty() || state.concluded().isPresent() || waits;
        assertTrue(talks, where + "nothing is asked and nothing answered: " + state);
        if (!asking.isEmpty() && !state.doubts().containsKey(asking.getFirst())) {
            assertTrue(state.asked().containsAll(asking), where + "no open card asks for " + asking + " in " + state);
        }
    }

    private static void undoRestores(Machine machine, State before, Step step, Author author, String where) {
        boolean undoable = before.entries() > 0
                && !step.after().mind().reopening(null).equals(before.mind().reopening(null))
                && step.changes().stream().noneMatch(change -> change instanceof Change.Undone);
        if (undoable) {
            State undone = machine.step(step.after(), author, Instant.EPOCH, new Input.Clicked(Verb.RESUME.action()))
                    .after();
            State source = step.after().stopped() ? step.after() : undone;
            Folding folding = new Folding(FLOW, source, author, Instant.EPOCH);
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
        Machine machine = machine(FLOW);
        State state = machine.step(State.NEW, Hedge.ANA, Instant.EPOCH, new Input.Opened("no"))
                .after();
        state = machine.step(
                        state,
                        Hedge.ANA,
                        Instant.EPOCH,
                        new Input.Clicked(new Action.Command("restart", Map.of("sure", "yes"))))
                .after();
        for (int turn = 0; turn < 30 && state.concluded().isEmpty(); turn++) {
            String asked = machine.asking(state).getFirst();
            List<Value> values = Outcomes.of(FLOW.fact(asked).orElseThrow(), new Picks(FLOW));
            Value value = values.get(random.nextInt(values.size()));
            state = machine.step(state, Hedge.ANA, Instant.EPOCH, Hedge.answer(asked, Values.written(value)))
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
        Machine old = machine(FLOW);
        List<Entry> entries = new ArrayList<>();
        State state = State.NEW;
        for (int turn = 0; turn < 8; turn++) {
            Input input = turn == 0 ? new Input.Opened("") : new Input.Filled(form(random));
            Step step = old.step(state, Hedge.ANA, Instant.EPOCH, input);
            entries.add(new Entry("k" + turn, Hedge.ANA, Instant.EPOCH, "", input, step.changes()));
            state = step.after();
        }
        Machine revised = machine(HedgeFlow.revised());
        State carried = revised.state(entries);
        assertEquals(
                state.held("light").map(Held::value), carried.held("sunshine").map(Held::value), "seed " + seed);
        carried.held()
                .forEach((fact, held) -> assertTrue(
                        Fits.fits(revised.flow().fact(fact).orElseThrow(), held.value()), "seed " + seed + " " + fact));
        Step next = revised.step(carried, Hedge.BEN, Instant.EPOCH, new Input.Clicked(Verb.STATUS.action()));
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
