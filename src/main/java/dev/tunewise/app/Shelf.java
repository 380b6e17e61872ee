package dev.tunewise.app;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.flowfile.Loading;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flows in service. */
@Singleton
final class Shelf {
    private final Map<String, Edition> editions = new LinkedHashMap<>();

    Shelf(FlowSettings settings) {
        FlowLoader loader = new FlowLoader();
        for (Path folder : FlowFolders.in(FlowFolders.find(settings.folder()))) {
            switch (loader.load(folder)) {
                case Loading.Loaded loaded ->
                    editions.put(loaded.flow().id(), Edition.of(loaded.flow()));
                case Loading.Refused(var problems) ->
                    throw new Refusal("The flow in " + folder + " cannot be used:\n" + Problems.render(problems));
            }
        }
        if (editions.isEmpty()) {
            throw new Refusal("There is no flow to serve: no folder with a flow.yaml was found.");
        }
    }

    List<Edition> all() {
        return List.copyOf(editions.values());
    }

    Optional<Edition> find(String flow) {
        return Optional.ofNullable(editions.get(flow));
    }
}
