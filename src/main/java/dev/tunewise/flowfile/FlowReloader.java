package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The flows that are served now. {@link #refresh()} looks at the files again: a folder that changed for the better is taken up, one that changed
 * for the worse is refused and its last good flow stays. Nothing happens by itself; whoever owns the shelf decides when to look. Reading is
 * free of locks and safe from any thread.
 */
public final class FlowReloader {
    private final List<Path> roots;
    private final Function<Path, FlowLoadResult> loader;
    private final Listener listener;
    private final AtomicReference<Map<String, FlowLoadResult.Loaded>> shelf = new AtomicReference<>(Map.of());
    private final Map<Path, Map<String, Stamp>> seen = new HashMap<>();

    public interface Listener {
        /** A flow was taken up, new or changed; its problems are warnings. */
        void taken(FlowLoadResult.Loaded loaded);

        /** A folder is again what is served already, perhaps after it was refused. */
        default void mended(Path folder) {}

        /** A folder was refused. `keepsOld`: whether an earlier state of it is still served. */
        void refused(Path folder, List<Problem> problems, boolean keepsOld);
    }

    /**
     * An empty shelf; the first refresh fills it.
     *
     * @param roots flow folders, or folders that hold flow folders
     * @param loader loads a folder
     * @param listener is told what was taken up and what was refused
     */
    public FlowReloader(List<Path> roots, Function<Path, FlowLoadResult> loader, Listener listener) {
        this.roots = List.copyOf(roots);
        this.loader = loader;
        this.listener = listener;
    }

    private record Stamp(long size, long modified) {}

    public Collection<FlowLoadResult.Loaded> all() {
        return shelf.get().values();
    }

    public Optional<FlowLoadResult.Loaded> flow(String id) {
        return Optional.ofNullable(shelf.get().get(id));
    }

    /**
     * Looks at all folders again and loads those whose files changed.
     *
     * @return the problems of the folders refused this time; empty when none was
     */
    public synchronized List<Problem> refresh() {
        List<Problem> problems = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>(seen.keySet());
        for (Path root : roots) {
            List<Path> found = FlowFolders.at(root);
            folders.addAll(found.isEmpty() ? List.of(root) : found);
        }
        Map<String, Path> names = new HashMap<>();
        for (Path folder : folders) {
            Path other = names.putIfAbsent(String.valueOf(folder.getFileName()), folder);
            if (other == null) {
                problems.addAll(refresh(folder));
            } else if (seen.put(folder, Map.of()) == null) {
                problems.addAll(refuse(
                        folder,
                        List.of(ProblemTexts.error(
                                "duplicate-flow", new Position(folder + "/flow.yaml", 1, 1), other))));
            }
        }
        return problems;
    }

    private List<Problem> refresh(Path folder) {
        Map<String, Stamp> stamps = stamps(folder);
        if (stamps.equals(seen.put(folder, stamps))) {
            return List.of();
        }
        switch (loader.apply(folder)) {
            case FlowLoadResult.Loaded loaded -> {
                boolean same = flow(loaded.flow().id())
                        .filter(old ->
                                old.flow().fingerprint().equals(loaded.flow().fingerprint()))
                        .isPresent();
                shelf.updateAndGet(old -> {
                    Map<String, FlowLoadResult.Loaded> served = new TreeMap<>(old);
                    served.put(loaded.flow().id(), loaded.withoutPlaces());
                    return Collections.unmodifiableMap(served);
                });
                if (same) {
                    listener.mended(folder);
                } else {
                    listener.taken(loaded);
                }
                return List.of();
            }
            case FlowLoadResult.Refused refused -> {
                return refuse(folder, refused.problems());
            }
        }
    }

    private List<Problem> refuse(Path folder, List<Problem> problems) {
        listener.refused(
                folder, problems, flow(String.valueOf(folder.getFileName())).isPresent());
        return problems;
    }

    private static Map<String, Stamp> stamps(Path folder) {
        Map<String, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(FlowFiles::isFlowFile).toList()) {
                stamps.put(
                        file.toString(),
                        new Stamp(
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis()));
            }
        } catch (IOException | UncheckedIOException _) {
            // A file that vanished meanwhile: the loader says what is missing, and the next look sees the rest.
            stamps.put("unreadable", new Stamp(0, 0));
        }
        return stamps;
    }
}
