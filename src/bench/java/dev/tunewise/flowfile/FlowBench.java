package dev.tunewise.flowfile;

import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The shipped flow: loading and checking it, walking all its interviews, and one look at where an interview stands. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class FlowBench {
    private static final Path FOLDER = Path.of("conversation-flows/fine-tuning");

    private FlowLoadResult.Loaded loaded;
    private Interview interview;
    private final Map<String, Object> late = new LinkedHashMap<>();

    /** Loads the flow and answers as far as the question for the owner. */
    @Setup
    public void load() {
        loaded = (FlowLoadResult.Loaded) new FlowLoader().load(FOLDER);
        interview = new Interview(loaded.flow(), _ -> Map.of());
        late.put("problems", List.of("wrong-labels", "too-expensive"));
        late.put("task", "classification");
        late.put("stage", "production");
        late.put("recurrence", "recurring");
        late.put("stable_for", "six-months-plus");
        late.put("prompt_work", List.of("instructions", "few-shot", "structured-output"));
        late.put("eval_items", 1500.0);
        late.put("tuning_tried", "no");
        late.put("labels", "verified");
        late.put("quality_now", 88.0);
        late.put("quality_target", 91.0);
        late.put("stronger_model", "falls-short");
        late.put("must_self_host", false);
        late.put("examples", 800.0);
        late.put("classes", 18.0);
    }

    /** Reading and checking all files. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public FlowLoadResult check() {
        return new FlowLoader().load(FOLDER);
    }

    /** Reading, checking and walking all interviews. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public WalkReport checkAndWalk() {
        return Walk.of(((FlowLoadResult.Loaded) new FlowLoader().load(FOLDER)).flow());
    }

    /** The same in a fresh JVM, nothing warm: what starting the service pays. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public WalkReport checkAndWalkCold() {
        return checkAndWalk();
    }

    /** The first question of an interview. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public InterviewStatus standingAtTheStart() {
        return interview.standing(Map.of());
    }

    /** The next question late in an interview, with every rule above it settled. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public InterviewStatus standingLate() {
        return interview.standing(late);
    }
}
