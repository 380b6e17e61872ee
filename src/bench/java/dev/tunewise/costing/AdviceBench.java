package dev.tunewise.costing;

import dev.tunewise.advice.Adviser;
import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.story.Story;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.price.PriceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Advice on the shipped flow: one call must stay under 2 ms, figures included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdviceBench {
    private Adviser adviser;
    private Adviser withoutFigures;
    private Consultant consultant;
    private Answers tickets;
    private Answers knowledge;

    /** Loads the flow, the prices and two worked cases. */
    @Setup
    public void load() {
        FlowLoadResult.Loaded loaded =
                (FlowLoadResult.Loaded) new FlowLoader().load(Path.of("conversation-flows/fine-tuning"));
        Flow flow = loaded.flow();
        CatalogueCosting costing = new CatalogueCosting(PriceFiles.shipped(), () -> LocalDate.of(2026, 11, 20));
        adviser = new Adviser(flow, costing.figures(Map.of()));
        withoutFigures = new Adviser(flow, _ -> Map.of());
        consultant = new Consultant(flow, costing);
        tickets = answers(loaded, "tickets-50k-a-day");
        knowledge = answers(loaded, "does not know our products");
    }

    private static Answers answers(FlowLoadResult.Loaded loaded, String name) {
        Story story = loaded.stories().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Answers.of(story.facts());
    }

    /** An early verdict from two facts. */
    @Benchmark
    public Advice adviseEarly() {
        return withoutFigures.advise(knowledge);
    }

    /** A verdict at the end of the rules, all facts known, figures from the cost model. */
    @Benchmark
    public Advice adviseWithFigures() {
        return adviser.advise(tickets);
    }

    /** What would change an early verdict. */
    @Benchmark
    public Counterfactuals outlookEarly() {
        return withoutFigures.outlook(knowledge);
    }

    /** What would change a verdict that hangs on figures. */
    @Benchmark
    public Counterfactuals outlookWithFigures() {
        return adviser.outlook(tickets);
    }

    /** The whole answer: advice, outlook, comparison of costs with 10,000 samples. */
    @Benchmark
    public Consultant.Answer wholeAnswer() {
        return consultant.answer(tickets, Map.of());
    }
}
