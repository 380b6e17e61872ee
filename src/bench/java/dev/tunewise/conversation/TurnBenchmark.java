package dev.tunewise.conversation;

import dev.tunewise.advice.Consultant;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Input.Option;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.price.PriceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

/** Turns of the shipped flow, besides the disk: a first reply stays under 150 ms and any later turn under 40 ms, 99 times in 100. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TurnBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Author ANA = new Author("u1", "Ana");
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("problems", "wrong-labels,too-expensive"),
            Map.entry("task", "classification"),
            Map.entry("stage", "production"),
            Map.entry("recurrence", "recurring"),
            Map.entry("stable_for", "six-months-plus"),
            Map.entry("prompt_work", "instructions,few-shot,structured-output"),
            Map.entry("eval_items", "1500"),
            Map.entry("labels", "verified"),
            Map.entry("stronger_model", "meets-target-too-costly"),
            Map.entry("must_self_host", "no"),
            Map.entry("examples", "800"),
            Map.entry("classes", "18"),
            Map.entry("owner", "yes"),
            Map.entry("rollback", "yes"),
            Map.entry("failure_taxonomy", "yes"),
            Map.entry("calls_per_day", "50000"),
            Map.entry("error_cost", "0.8"),
            Map.entry("model", "claude-sonnet-4-6"),
            Map.entry("input_tokens", "1200"),
            Map.entry("output_tokens", "20"),
            Map.entry("quality_now", "88"),
            Map.entry("quality_target", "91"),
            Map.entry("tuning_tried", "no"),
            Map.entry("retrieval", "not-needed"),
            Map.entry("tools", "not-needed"),
            Map.entry("open_model", "falls-short"),
            Map.entry("runs_gpus", "no"));

    private ConversationEngine machine;
    private ConversationState opened;
    private ConversationState halfway;
    private ConversationState last;
    private List<Entry> entries;
    private String lastFact;

    /** Plays a whole consultation to its answer. */
    @Setup
    public void play() {
        Flow flow = ((FlowLoadResult.Loaded) new FlowLoader().load(Path.of("conversation-flows/fine-tuning"))).flow();
        AdviceBlocks counsel =
                new AdviceBlocks(new Consultant(flow, new CatalogueCosting(PriceFiles.shipped(), () -> TODAY)));
        ValueCatalogue models = _ -> List.of(new Option("claude-sonnet-4-6", "Claude Sonnet 4.6", ""));
        machine = new ConversationEngine(
                flow,
                new ConversationEngine.Ports(
                        counsel,
                        (_, _) -> Interpretation.NOTHING,
                        (_, _) -> Optional.empty(),
                        models,
                        (_, _) -> Optional.empty()),
                Messages.english());
        entries = new ArrayList<>();
        ConversationState state = step(ConversationState.NEW, new UserInput.Opened("Tickets"));
        opened = state;
        while (state.concluded().isEmpty()) {
            if (state.held().size() == 6) {
                halfway = state;
            }
            last = state;
            lastFact = machine.asking(state).getFirst();
            state = step(state, answer(lastFact));
        }
    }

    private ConversationState step(ConversationState state, UserInput input) {
        TurnResult step = machine.step(state, ANA, Instant.EPOCH, input);
        entries.add(new Entry("k" + entries.size(), ANA, Instant.EPOCH, "", input, step.changes()));
        return step.after();
    }

    private static UserInput answer(String fact) {
        String value = ANSWERS.get(fact);
        if (value == null) {
            throw new IllegalStateException("The benchmark has no answer for " + fact);
        }
        return new UserInput.Clicked(new Action.Answer(fact, value));
    }

    /** The first reply, with what the message alone leans to; another text each time, so that nothing is remembered. */
    @Benchmark
    public TurnResult firstReply() {
        return machine.step(
                ConversationState.NEW, ANA, Instant.EPOCH, new UserInput.Opened("Tickets " + System.nanoTime()));
    }

    /** The first answer. */
    @Benchmark
    public TurnResult firstAnswer() {
        return machine.step(opened, ANA, Instant.EPOCH, answer("problems"));
    }

    /** An answer in the middle. */
    @Benchmark
    public TurnResult answerHalfway() {
        return machine.step(
                halfway, ANA, Instant.EPOCH, answer(machine.asking(halfway).getFirst()));
    }

    /** The answer that decides; the time makes every run advise again. */
    @Benchmark
    public TurnResult lastAnswer() {
        return machine.step(last, ANA, Instant.ofEpochSecond(System.nanoTime()), answer(lastFact));
    }

    /** Folding a whole consultation, as after a restart. */
    @Benchmark
    public ConversationState fold() {
        return machine.state(entries);
    }
}
