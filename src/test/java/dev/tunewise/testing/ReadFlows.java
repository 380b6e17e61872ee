package dev.tunewise.testing;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.FlowLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Flow folders that no test changes, each read once for all tests of a process. */
public final class ReadFlows {
    private static final Map<Path, FlowLoadResult.Loaded> READ = new ConcurrentHashMap<>();

    private ReadFlows() {}

    /** A folder such as `conversation-flows/fine-tuning`, with its stories and places. */
    public static FlowLoadResult.Loaded loaded(Path folder) {
        return READ.computeIfAbsent(folder, ReadFlows::load);
    }

    /** The flow that most tests are about. */
    public static Flow fineTuning() {
        return loaded(Path.of("conversation-flows/fine-tuning")).flow();
    }

    private static FlowLoadResult.Loaded load(Path folder) {
        return switch (new FlowLoader().load(folder)) {
            case FlowLoadResult.Loaded loaded -> loaded;
            case FlowLoadResult.Refused refused -> throw new AssertionError(Problems.render(refused.problems()));
        };
    }
}
