package dev.tunewise.app.flow;

import dev.tunewise.flowfile.FlowCheck;
import dev.tunewise.flowfile.FlowFiles;
import dev.tunewise.flowfile.FlowLoadResult;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The same files are read once for all services that the tests of a process start: reading is half of a start. */
@Singleton
@Replaces(FlowFolderReader.class)
final class RememberingFlowReader extends FlowFolderReader {
    private static final Path SHIPPED = Path.of("conversation-flows").toAbsolutePath();
    private static final Map<FlowFiles, FlowLoadResult> READ = new ConcurrentHashMap<>();

    @Override
    FlowLoadResult read(Path folder, List<FlowCheck> checks) {
        FlowFiles files = FlowFiles.read(folder);
        FlowLoadResult known = READ.get(files);
        if (known != null) {
            return known;
        }
        FlowLoadResult read = super.read(folder, checks);
        // An edited flow is read each time: what is looked at differs between a start and a change.
        if (read instanceof FlowLoadResult.Loaded
                && folder.toAbsolutePath().normalize().startsWith(SHIPPED)) {
            READ.put(files, read);
        }
        return read;
    }
}
