package dev.tunewise.flow.interview;

import dev.tunewise.flow.Value;
import java.util.Map;

/** Works out the figures that a flow declares; what they mean is the implementor's business. */
@FunctionalInterface
public interface FigureCalculator {

    /**
     * The values of all figures of a flow.
     *
     * @param known raw values by fact id, as {@link Value#raw()} gives them, holding at least the inputs of the figure asked for
     * @return raw values by figure id (Double, which may be infinite, or String)
     */
    Map<String, Object> workOut(Map<String, Object> known);

    /** For flows that declare no figures. */
    static FigureCalculator none() {
        return known -> Map.of();
    }
}
