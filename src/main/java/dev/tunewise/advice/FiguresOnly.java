package dev.tunewise.advice;

import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Figures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out figures and compares nothing. */
record FiguresOnly(Function<Map<String, BigDecimal>, Figures> by, Map<String, Dial> parameters) implements Costing {
    FiguresOnly {
        parameters = Map.copyOf(parameters);
    }

    FiguresOnly(Function<Map<String, BigDecimal>, Figures> by, Set<String> keys) {
        this(by, keys.stream().collect(Collectors.toMap(Function.identity(), Dial::named)));
    }

    @Override
    public Figures figures(Map<String, BigDecimal> set) {
        return by.apply(set);
    }

    @Override
    public Optional<CostView> compare(Answers answers, Map<String, BigDecimal> set, Optional<Decision> decision) {
        return Optional.empty();
    }
}
