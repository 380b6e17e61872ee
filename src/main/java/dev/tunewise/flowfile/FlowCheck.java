package dev.tunewise.flowfile;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import java.util.List;

/** A check that another package adds to those of the loader; it runs on flows that passed the loader's own. */
@FunctionalInterface
public interface FlowCheck {
    /** What is wrong with a flow; an error refuses it. */
    List<Problem> check(Flow flow, SourceMap origins);
}
