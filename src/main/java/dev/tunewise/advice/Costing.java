package dev.tunewise.advice;

import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Figures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Port: reckons in money. Implementations must be safe for use by several threads and give the same result for the same input. */
public interface Costing {

    /** The figures of a flow with these cost parameters set by hand. Called often: keep the usual ones at hand. */
    Figures figures(Map<String, BigDecimal> parameters);

    /**
     * The comparison of costs; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param parameters cost parameters set by hand
     * @param decision the verdict, so that its option is among those that matter
     */
    Optional<CostView> compare(Answers answers, Map<String, BigDecimal> parameters, Optional<Decision> decision);

    /** The cost parameters that may be set by hand, by key. */
    Map<String, Dial> parameters();

    /** For flows in which nothing is reckoned. */
    static Costing none() {
        return figuresOnly(_ -> Figures.none(), Set.of());
    }

    /**
     * For flows with figures but without a comparison of costs.
     *
     * @param figures the figures for cost parameters set by hand
     * @param parameters keys of the parameters that may be set
     */
    static Costing figuresOnly(Function<Map<String, BigDecimal>, Figures> figures, Set<String> parameters) {
        return new FiguresOnly(figures, parameters);
    }

    /**
     * For flows with figures but without a comparison of costs.
     *
     * @param figures the figures for cost parameters set by hand
     * @param parameters the parameters that may be set, by key
     */
    static Costing figuresOnly(Function<Map<String, BigDecimal>, Figures> figures, Map<String, Dial> parameters) {
        return new FiguresOnly(figures, parameters);
    }
}
