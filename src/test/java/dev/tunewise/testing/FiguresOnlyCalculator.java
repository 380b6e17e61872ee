package dev.tunewise.testing;

import dev.tunewise.advice.CostCalculator;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.interview.FigureCalculator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out figures and compares nothing. */
public record FiguresOnlyCalculator(
        Function<Map<String, BigDecimal>, FigureCalculator> by, Map<String, CostParameter> parameters)
        implements QuietCalculator {
    public FiguresOnlyCalculator {
        parameters = Map.copyOf(parameters);
    }

    public FiguresOnlyCalculator(Function<Map<String, BigDecimal>, FigureCalculator> by, Set<String> keys) {
        this(by, keys.stream().collect(Collectors.toMap(Function.identity(), CostParameter::named)));
    }

    /** For flows in which nothing is computed. */
    public static CostCalculator none() {
        return new FiguresOnlyCalculator(_ -> Unheeded.figures(), Set.of());
    }

    @Override
    public FigureCalculator figures(Map<String, BigDecimal> set) {
        return by.apply(set);
    }
}
