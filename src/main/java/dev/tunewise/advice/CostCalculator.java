package dev.tunewise.advice;

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

/** Port: computes in money. Implementations must be safe for use by several threads and give the same result for the same input. */
public interface CostCalculator {

    /** The figures of a flow with these cost parameters set by hand. Called often: keep the usual ones at hand. */
    FigureCalculator figures(Map<String, BigDecimal> parameters);

    /**
     * The comparison of costs; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param decision the verdict, so that its option is among those that matter
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     */
    Optional<CostComparison> compare(
            Answers answers,
            Map<String, BigDecimal> parameters,
            Optional<Decision> decision,
            Map<String, List<String>> excluded);

    /**
     * The best row of the comparison; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     */
    Optional<Recommendation> recommend(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded);

    /** The same figures as {@link #figures}, for {@link #outline}: what both rest on is worked out once. */
    FigureCalculator outlineFigures(Map<String, BigDecimal> parameters);

    /**
     * What of the comparison is compared with an earlier one; empty where the answers are not enough for one.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     */
    Optional<CostOutline> outline(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded);

    /**
     * The first day on which a model of the case is shut down, of those that the catalogue knows and the one in the recommended option.
     *
     * @param answers all answers, assumed ones included
     * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
     * @return empty where no day is known, or each is past
     */
    Optional<LocalDate> lastDay(
            Set<String> models,
            Answers answers,
            Map<String, BigDecimal> parameters,
            Map<String, List<String>> excluded);

    /** The day that it computes from. */
    LocalDate day();

    /** Names the prices that it calculates with; empty where it knows none. */
    String edition();

    /** Ids of the facts without which there is no comparison. */
    Set<String> needed();

    /** Ids of the facts that are a range where nobody said them: a comparison waits for none of them. */
    Set<String> ranged();

    /** Of the facts that are needed those whose place no other answer takes. */
    Set<String> matters(Answers answers);

    Map<String, CostParameter> parameters();
}
