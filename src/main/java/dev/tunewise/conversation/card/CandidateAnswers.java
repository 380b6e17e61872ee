package dev.tunewise.conversation.card;

import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Answers to a fact that can lead to different advice: each choice, yes and no, and quantities on both sides of every boundary. */
public final class CandidateAnswers {
    public static List<Value> of(Fact fact, SuggestedValues picks) {
        return switch (fact.type()) {
            case CHOICE -> choices(fact);
            case CHOICES -> sets(fact);
            case YES_NO -> List.of(new Value.YesNo(true), new Value.YesNo(false));
            case QUANTITY -> quantities(fact, picks);
        };
    }

    private static List<Value> choices(Fact fact) {
        List<Value> values = new ArrayList<>();
        fact.choices().forEach(choice -> values.add(new Value.Choice(choice)));
        return values.isEmpty() ? List.of(fact.assume()) : values;
    }

    private static List<Value> sets(Fact fact) {
        List<Value> values = new ArrayList<>();
        values.add(new Value.Choices(List.of()));
        fact.choices().forEach(choice -> values.add(new Value.Choices(List.of(choice))));
        return values;
    }

    private static List<Value> quantities(Fact fact, SuggestedValues picks) {
        List<Value> values = new ArrayList<>();
        values.add(fact.assume());
        for (BigDecimal boundary : picks.boundaries(fact)) {
            for (int side = -1; side <= 1; side++) {
                Value value = Value.Quantity.of(boundary.add(BigDecimal.valueOf(side)));
                if (ValueConstraints.fits(fact, value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
