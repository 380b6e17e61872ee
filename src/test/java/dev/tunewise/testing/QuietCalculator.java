package dev.tunewise.testing;

import dev.tunewise.advice.CostCalculator;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows no prices and no day, and compares nothing; a test says what of that is otherwise. */
public interface QuietCalculator extends CostCalculator {
    @Override
    default FigureCalculator figures(Map<String, BigDecimal> parameters) {
        return Unheeded.figures();
    }

    @Override
    default FigureCalculator outlineFigures(Map<String, BigDecimal> parameters) {
        return figures(parameters);
    }

    @Override
    default Optional<CostComparison> compare(
            Answers answers,
            Map<String, BigDecimal> parameters,
            Optional<Decision> decision,
            Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    @Override
    default Optional<Recommendation> recommend(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    @Override
    default Optional<CostOutline> outline(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    @Override
    default Optional<LocalDate> lastDay(
            Set<String> models,
            Answers answers,
            Map<String, BigDecimal> parameters,
            Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    @Override
    default LocalDate day() {
        return LocalDate.EPOCH;
    }

    @Override
    default String edition() {
        return "";
    }

    @Override
    default Set<String> needed() {
        return Set.of();
    }

    @Override
    default Set<String> ranged() {
        return Set.of();
    }

    @Override
    default Set<String> matters(Answers answers) {
        return needed();
    }

    @Override
    default Map<String, CostParameter> parameters() {
        return Map.of();
    }
}
