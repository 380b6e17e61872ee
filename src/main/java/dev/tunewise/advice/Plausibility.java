package dev.tunewise.advice;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import org.jspecify.annotations.Nullable;

/** How far a change is from the present answers: small for what may well be so, large for what would be another case. */
final class Plausibility {
    private static final double ASSUMED = -1;
    private static final double OTHER_CHOICE = 1;
    private static final double FURTHER_CHOICE = 0.1;
    private static final double FROM_OR_TO_NOTHING = 2;
    private static final double PERCENT_PER_UNIT = 10;

    private Plausibility() {}

    static double distance(Fact fact, Given given, FlipSearch.Change change, Outcome base) {
        double distance = given.assumed() ? ASSUMED : 0;
        distance += switch (change.outcome().kindAgainst(base)) {
            case VERDICT, SAME -> 0;
            case LEVER -> 0.7;
            case QUESTIONS -> 1.5;
            case NOTHING -> 3;
        };
        return distance + between(fact, given.value(), change.at());
    }

    private static double between(Fact fact, Value from, Value to) {
        if (from instanceof Value.Quantity one && to instanceof Value.Quantity two) {
            return between(fact.unit(), one.value().doubleValue(), two.value().doubleValue());
        }
        if (from instanceof Value.Choice(String one) && to instanceof Value.Choice(String two)) {
            int steps = Math.abs(fact.choices().indexOf(one) - fact.choices().indexOf(two));
            return OTHER_CHOICE + FURTHER_CHOICE * (steps - 1);
        }
        return OTHER_CHOICE;
    }

    private static double between(@Nullable Unit unit, double from, double to) {
        if (unit != null && unit.kind() == Unit.Kind.PERCENT) {
            return Math.abs(to - from) / PERCENT_PER_UNIT;
        }
        return from <= 0 || to <= 0 ? FROM_OR_TO_NOTHING : Math.abs(Math.log(to / from));
    }
}
