package dev.tunewise.flow.interview;

import dev.tunewise.flow.Value;
import java.util.Map;
import java.util.Set;

/** Works out the figures that a flow declares; what they mean is the implementor's business. */
@FunctionalInterface
public interface FigureCalculator {
    /** The values of all figures of a flow: raw values by figure id (Double, which may be infinite, or String). */
    Map<String, Object> workOut(FigureRequest request);

    /** The same from raw values by fact id, as {@link Value#raw()} gives them, holding at least the inputs of the figure asked for. */
    default Map<String, Object> workOut(Map<String, Object> known) {
        return workOut(FigureRequest.of(known));
    }

    /**
     * The same figures at a fraction of the time, which may differ where two options are nearly even: for looking at many cases.
     *
     * @param draws how many cases to draw for what rests on chance, 100 or more
     */
    default FigureCalculator rough(int draws) {
        return this;
    }

    /** Whether figures may take in a fact although the flow does not name it among their inputs. */
    default boolean mayTakeIn(String fact) {
        return true;
    }

    /** The same where nothing but these figures is asked for, which may take less time. */
    default FigureCalculator asking(Set<String> figures) {
        return this;
    }

    /** Those that rest on no comparison of options, in no time. */
    default FigureCalculator beside() {
        return this;
    }

    /** The same figures, for cases whose table of costs nobody asks for. */
    default FigureCalculator withoutTable() {
        return this;
    }
}
