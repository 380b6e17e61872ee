package dev.tunewise.advice;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: reckons in money. Implementations must be safe for use by several threads and give the same result for the same input. */
public interface CostCalculator {

    /** The figures of a flow with these cost parameters set by hand. Called often: keep the usual ones at hand. */
    FigureCalculator figures(Map<String, BigDecimal> parameters);

    /**
     * The comparison of costs; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param decision the verdict, so that its option is among those that matter
     */
    Optional<CostComparison> compare(Answers answers, Map<String, BigDecimal> parameters, Optional<Decision> decision);

    /** The same where levers are excluded, each with the ids of the exclusions that say so. */
    default Optional<CostComparison> compare(
            Answers answers,
            Map<String, BigDecimal> parameters,
            Optional<Decision> decision,
            Map<String, List<String>> excluded) {
        return compare(answers, parameters, decision);
    }

    /**
     * The best row of the comparison; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     */
    default Optional<Recommendation> recommend(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    /** The same figures as {@link #figures}, for {@link #outline}: what both rest on is worked out once. */
    default FigureCalculator outlineFigures(Map<String, BigDecimal> parameters) {
        return figures(parameters);
    }

    /**
     * What of the comparison is compared with an earlier one; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     */
    default Optional<CostOutline> outline(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    /**
     * The first day on which a model of the case is shut down, of those that the catalogue knows and the one in the recommended option.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     * @return empty where no day is known, or each is past
     */
    default Optional<LocalDate> lastDay(
            Set<String> models,
            Answers answers,
            Map<String, BigDecimal> parameters,
            Map<String, List<String>> excluded) {
        return Optional.empty();
    }

    /** The day that it reckons from. */
    default LocalDate day() {
        return LocalDate.EPOCH;
    }

    /** Names the prices that it reckons with; empty where it knows none. */
    default String edition() {
        return "";
    }

    /** Ids of the facts without which there is no comparison. */
    default Set<String> needed() {
        return Set.of();
    }

    /** Ids of the facts that are a range where nobody said them: a comparison waits for none of them. */
    default Set<String> ranged() {
        return Set.of();
    }

    /** Of the facts that are needed those whose place no other answer takes. */
    default Set<String> matters(Answers answers) {
        return needed();
    }

    Map<String, CostParameter> parameters();
}
