package dev.tunewise.app.flow;

import dev.tunewise.flowfile.FlowCheck;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/** Reads flow folders from the disk; tests put one in its place that remembers what it read. */
@Singleton
class FlowFolderReader {
    /** Reads a folder. `checks`: what is looked at besides what every flow must hold. */
    FlowLoadResult read(Path folder, List<FlowCheck> checks) {
        return new FlowLoader(checks).load(folder);
    }
}
