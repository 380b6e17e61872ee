package dev.tunewise.app;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.flowfile.FlowShelf;
import dev.tunewise.flowfile.Loading;
import dev.tunewise.flowfile.Origins;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.reading.WordCheck;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The flows in service, each with what is derived from it; files that change are taken up while we run. */
@Context
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private volatile boolean inService;
    private final FlowShelf shelf;
    private final Editions editions;
    private final Map<String, Edition> made = new ConcurrentHashMap<>();
    private final Map<Path, Integer> refused = new ConcurrentHashMap<>();

    Shelf(FlowSettings settings, Editions editions) {
        this.editions = editions;
        Path root = FlowRoots.find(settings.folder(), settings.home());
        shelf = new FlowShelf(
                List.of(root), new FlowLoader(List.of(Shelf::words, ParameterCheck::check, this::walk)), new Log());
        List<Problem> problems = shelf.refresh();
        if (!problems.isEmpty()) {
            throw new Refusal("The flows in " + root + " cannot be used.\n" + Problems.render(problems));
        }
        if (shelf.all().isEmpty()) {
            throw new Refusal(
                    "There is no flow to serve in " + root.toAbsolutePath() + ": no folder with a flow.yaml.");
        }
        all();
        inService = true;
    }

    /**
     * Walks all interviews of what changed while we serve. At the start the walk would keep people waiting for what the author's own check has told
     * already.
     */
    private List<Problem> walk(Flow flow, Origins origins) {
        return inService ? new WalkCheck().check(flow, origins) : List.of();
    }

    /** The loader of the commands, which check the words people use too; they walk the interviews themselves. */
    static FlowLoader loader() {
        return new FlowLoader(List.of(Shelf::words, ParameterCheck::check));
    }

    private static List<Problem> words(Flow flow, Origins origins) {
        Position folder = flow.facts().getFirst().position();
        return WordCheck.check(flow, (key, _) -> origins.at("words." + key).orElse(folder));
    }

    /** Looks at the files again. */
    @Scheduled(fixedDelay = "${tunewise.flows.refresh:2s}", initialDelay = "2s")
    void refresh() {
        shelf.refresh();
        all();
    }

    /** All flows in service. */
    List<Edition> all() {
        return shelf.all().stream().map(this::edition).toList();
    }

    /** The flow with this id. */
    Optional<Edition> find(String flow) {
        return shelf.flow(flow).map(this::edition);
    }

    /** How many folders were refused and keep an older edition in service. */
    int refused() {
        return refused.size();
    }

    private Edition edition(Loading.Loaded loaded) {
        Edition edition = made.get(loaded.flow().id());
        if (edition == null || !edition.flow().equals(loaded.flow())) {
            edition = editions.of(loaded.flow());
            made.put(loaded.flow().id(), edition);
        }
        return edition;
    }

    /** Tells the operator. */
    private final class Log implements FlowShelf.Listener {
        @Override
        public void taken(Loading.Loaded loaded) {
            refused.keySet().removeIf(folder -> folder.endsWith(loaded.flow().id()));
            LOG.info(
                    "Flow {} version {} is in service ({})",
                    loaded.flow().id(),
                    loaded.flow().version(),
                    loaded.flow().fingerprint());
            if (!loaded.problems().isEmpty()) {
                LOG.warn("It has warnings:\n{}", Problems.render(loaded.problems()));
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
