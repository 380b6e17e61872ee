package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Orders changes by how near they are to the present answers: first what may well be so and bears on the reasons given, last what would be another case
 * altogether. Several changes of one fact are spread, so that one fact does not fill the list.
 */
final class PlausibilityOrder {
    private static final double ASSUMED = -2;
    private static final double BEARS_ON_REASONS = -1;
    private static final double LEVER_ONLY = 0.7;
    private static final double OPENS_QUESTIONS = 1.5;
    private static final double LEADS_NOWHERE = 3;
    private static final double OTHER_CHOICE = 1;
    private static final double FURTHER_CHOICE = 0.1;
    private static final double MORE_OR_FEWER_CHOICES = 2;
    private static final double FROM_OR_TO_NOTHING = 2;
    private static final double PER_E_FOLD = 0.4;
    private static final double PER_E_RARER = 0.7;
    private static final double PERCENT_PER_UNIT = 10;
    private static final double ANOTHER_OF_THE_SAME_FACT = 0.8;
    /** The share of teams below which no difference is made. */
    private static final double RARE = 0.01;

    /** A flip with its distance from the present answers. */
    record Ranked(Counterfactual flip, double distance) {}

    static double distance(
            AdviceContext theCase,
            Fact fact,
            SourcedAnswer given,
            CounterfactualSearch.Change change,
            RuleOutcome base,
            boolean bearsOnReasons) {
        double distance = (given.assumed() ? ASSUMED : 0) + (bearsOnReasons ? BEARS_ON_REASONS : 0);
        distance += switch (change.outcome().kindAgainst(base)) {
            case VERDICT, SAME -> 0;
            case LEVER -> LEVER_ONLY;
            case QUESTIONS -> OPENS_QUESTIONS;
            case NOTHING -> LEADS_NOWHERE;
        };
        return distance + rarity(theCase, fact, change.at()).orElseGet(() -> between(fact, given.value(), change.at()));
    }

    static List<Counterfactual> inOrder(List<Ranked> found) {
        List<Ranked> spread = new ArrayList<>();
        Map<String, Integer> before = new HashMap<>();
        found.stream().sorted(Comparator.comparingDouble(Ranked::distance)).forEach(ranked -> {
            int times = before.merge(ranked.flip().fact(), 1, Integer::sum) - 1;
            spread.add(new Ranked(ranked.flip(), ranked.distance() + times * ANOTHER_OF_THE_SAME_FACT));
        });
        spread.sort(Comparator.comparingDouble(Ranked::distance));
        return spread.stream().map(Ranked::flip).toList();
    }

    /** How seldom teams like this one have a choice, by what the flow expects of them; empty for quantities and where it expects nothing. */
    private static OptionalDouble rarity(AdviceContext theCase, Fact fact, Value to) {
        if (to instanceof Value.Quantity) {
            return OptionalDouble.empty();
        }
        return theCase.flow.expectations().priors().stream()
                .filter(prior -> prior.fact().equals(fact.id()))
                .flatMapToDouble(
                        prior -> prior
                                .share(
                                        to.raw(),
                                        condition -> theCase.evaluate(condition).holds())
                                .stream())
                .map(share -> PER_E_RARER * -Math.log(Math.max(share, RARE)))
                .findFirst();
    }

    private static double between(Fact fact, Value from, Value to) {
        if (from instanceof Value.Quantity one && to instanceof Value.Quantity two) {
            return between(fact.unit(), one.value().doubleValue(), two.value().doubleValue());
        }
        if (from instanceof Value.Choice(String one) && to instanceof Value.Choice(String two)) {
            int steps = Math.abs(fact.choices().indexOf(one) - fact.choices().indexOf(two));
            return OTHER_CHOICE + FURTHER_CHOICE * (steps - 1);
        }
        return from instanceof Value.Choices ? MORE_OR_FEWER_CHOICES : OTHER_CHOICE;
    }

    private static double between(@Nullable Unit unit, double from, double to) {
        if (unit != null && unit.kind() == Unit.Kind.PERCENT) {
            return Math.abs(to - from) / PERCENT_PER_UNIT;
        }
        return from <= 0 || to <= 0 ? FROM_OR_TO_NOTHING : Math.abs(Math.log(to / from)) * PER_E_FOLD;
    }
}
