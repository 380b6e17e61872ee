package dev.tunewise.advice;

import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Figures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reckons nothing. */
final class NoCosting implements Costing {

    @Override
    public Figures figures(Map<String, BigDecimal> parameters) {
        return Figures.none();
    }

    @Override
    public Optional<CostView> compare(
            Answers answers, Map<String, BigDecimal> parameters, Optional<Decision> decision) {
        return Optional.empty();
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }
}
