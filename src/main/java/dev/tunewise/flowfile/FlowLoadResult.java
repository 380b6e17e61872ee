package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.story.Story;
import java.util.List;

/** The result of loading a flow folder. */
public sealed interface FlowLoadResult {
    /** Everything found that deserves attention, by place. */
    List<Problem> problems();

    /** The flow may be served. `problems`: warnings only. */
    record Loaded(Flow flow, List<Story> stories, SourceMap origins, List<Problem> problems) implements FlowLoadResult {
        /** The same to be kept: where its parts stand in the files takes half as much memory as the flow, and nobody asks once it is checked. */
        Loaded withoutPlaces() {
            return new Loaded(flow, stories, SourceMap.NONE, problems);
        }
    }

    /** The files may not be used. */
    record Refused(List<Problem> problems) implements FlowLoadResult {}
}
