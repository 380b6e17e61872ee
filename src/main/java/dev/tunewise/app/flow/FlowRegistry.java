package dev.tunewise.app.flow;

import dev.tunewise.app.startup.StartupException;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowCheck;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.flowfile.FlowReloader;
import dev.tunewise.flowfile.SourceMap;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.reading.encoder.ExampleCheck;
import dev.tunewise.reading.reader.PatternCheck;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.session.turn.ServedFlows;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The flows in service, each with what is derived from it; files that change are taken up while we run. */
@Context
public final class FlowRegistry implements ServedFlows {
    private static final Logger LOG = LoggerFactory.getLogger(FlowRegistry.class);

    private volatile boolean inService;
    /** Reading and compiling the flows is half of a start: meanwhile the rest of the program gets ready. */
    private final CompletableFuture<Void> loading;

    private final FlowReloader shelf;
    private final FlowCompiler editions;
    private final Map<String, Made> made = new ConcurrentHashMap<>();
    /** Compiled while its patterns were checked, and perhaps refused by a later check. */
    private final Map<String, Made> checked = new ConcurrentHashMap<>();

    private final Map<Path, Integer> refused = new ConcurrentHashMap<>();

    FlowRegistry(FlowSettings settings, FlowCompiler editions, FlowFolderReader folders) {
        this.editions = editions;
        Path root = FlowFolderLocator.find(settings.folder(), settings.home());
        List<FlowCheck> checks = List.of(this::patterns, FlowRegistry::examples, FlowRegistry::parameters, this::walk);
        shelf = new FlowReloader(List.of(root), folder -> folders.read(folder, checks), new Log());
        loading = CompletableFuture.runAsync(
                () -> load(root),
                task -> Thread.ofPlatform().daemon().name("loads-flows").start(task));
    }

    private void load(Path root) {
        List<Problem> problems = shelf.refresh();
        if (!problems.isEmpty()) {
            throw new StartupException("The flows in " + root + " cannot be used.\n" + Problems.render(problems));
        }
        if (shelf.all().isEmpty()) {
            throw new StartupException(
                    "There is no flow to serve in " + root.toAbsolutePath() + ": no folder with a flow.yaml.");
        }
        shelf.all().forEach(this::edition);
        inService = true;
    }

    /** Waits for the flows before the server takes requests, so that flows that cannot be used end the start. */
    @EventListener
    void onStart(StartupEvent started) {
        loaded();
    }

    /** Carries out a task on a thread of its own once the flows are loaded, the start still going on; never where they cannot be used. */
    public void onceLoaded(Runnable task) {
        loading.thenRunAsync(
                task, run -> Thread.ofPlatform().daemon().name("once-loaded").start(run));
    }

    private void loaded() {
        try {
            loading.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /**
     * Walks all interviews of what changed while we serve. At the start the walk would keep people waiting for what the author's own check has told
     * already.
     */
    private List<Problem> walk(Flow flow, SourceMap origins) {
        return inService ? new WalkCheck().check(flow, origins) : List.of();
    }

    /** Patterns that cannot be used; which words two meanings claim takes a second to find, and only warns: the author's own check tells it. */
    private List<Problem> patterns(Flow flow, SourceMap origins) {
        Position folder = flow.facts().getFirst().position();
        ServedFlow edition = editions.of(flow);
        checked.put(flow.id(), new Made(flow, edition));
        return PatternCheck.unusable(
                edition.reader(), (key, _) -> origins.at("words." + key).orElse(folder));
    }

    /** The loader of the commands, which check the words people use too; they walk the interviews themselves. */
    public static FlowLoader loader() {
        return new FlowLoader(List.of(FlowRegistry::words, FlowRegistry::examples, FlowRegistry::parameters));
    }

    private static List<Problem> words(Flow flow, SourceMap origins) {
        Position folder = flow.facts().getFirst().position();
        return PatternCheck.check(flow, (key, _) -> origins.at("words." + key).orElse(folder));
    }

    private static List<Problem> examples(Flow flow, SourceMap origins) {
        Position folder = flow.facts().getFirst().position();
        return ExampleCheck.check(
                flow,
                (key, index) -> origins.at("utterances." + key + "." + index)
                        .or(() -> origins.at("utterances." + key))
                        .orElse(folder));
    }

    /** A flow gives words only to numbers that the cost model has. */
    private static List<Problem> parameters(Flow flow, SourceMap origins) {
        List<String> known =
                Parameters.shipped().all().stream().map(CostParameter::key).toList();
        return flow.parameters().stream()
                .filter(parameter -> !known.contains(parameter.key()))
                .map(parameter -> ProblemTexts.error(
                        "unknown-parameter",
                        origins.at("parameters." + parameter.key()).orElse(parameter.position()),
                        parameter.key(),
                        Suggestion.remedy(parameter.key(), known)))
                .toList();
    }

    @Scheduled(fixedDelay = "${tunewise.flows.refresh:2s}", initialDelay = "2s")
    void refresh() {
        if (loading.isCompletedExceptionally()) {
            return;
        }
        loaded();
        shelf.refresh();
        all();
    }

    @Override
    public List<ServedFlow> all() {
        loaded();
        return shelf.all().stream().map(this::edition).toList();
    }

    @Override
    public Optional<ServedFlow> find(String flow) {
        loaded();
        return shelf.flow(flow).map(this::edition);
    }

    /** How many folders were refused and keep an older edition in service. */
    int refused() {
        return refused.size();
    }

    private ServedFlow edition(FlowLoadResult.Loaded loaded) {
        Flow flow = loaded.flow();
        Made fresh = checked.remove(flow.id());
        return made.compute(
                        flow.id(),
                        (_, last) -> Stream.of(last, fresh)
                                .filter(one -> one != null && one.read().equals(flow))
                                .findFirst()
                                .orElseGet(() -> new Made(flow, editions.of(flow))))
                .edition();
    }

    /**
     * An edition and the flow as it was read; the edition's own flow has more texts, so that the two never equal.
     *
     * @param read the flow as its files say it
     */
    private record Made(Flow read, ServedFlow edition) {}

    /** Tells the operator. */
    private final class Log implements FlowReloader.Listener {
        @Override
        public void taken(FlowLoadResult.Loaded loaded) {
            refused.keySet().removeIf(folder -> folder.endsWith(loaded.flow().id()));
            LOG.info(
                    "Flow {} version {} is in service ({})",
                    loaded.flow().id(),
                    loaded.flow().version(),
                    loaded.flow().fingerprint());
            int warnings = loaded.problems().size();
            if (warnings > 0) {
                LOG.warn(
                        "It has {}; `tunewise flow check` tells all of them. The first:\n{}",
                        warnings == 1 ? "a warning" : warnings + " warnings",
                        Problems.render(loaded.problems().subList(0, 1)));
            }
        }

        @Override
        public void mended(Path folder) {
            refused.remove(folder);
        }

        @Override
        public void refused(Path folder, List<Problem> problems, boolean keepsOld) {
            refused.put(folder, problems.size());
            LOG.error(
                    "The flow in {} was refused{}:\n{}",
                    folder,
                    keepsOld ? "; its last good edition stays in service" : "",
                    Problems.render(problems));
        }
    }
}
