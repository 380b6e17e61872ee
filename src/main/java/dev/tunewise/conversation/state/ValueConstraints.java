package dev.tunewise.conversation.state;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import java.math.BigDecimal;
import java.util.HashSet;

/** Says whether a value is one that a fact takes. */
public final class ValueConstraints {
    public static boolean fits(Fact fact, Value value) {
        return switch (value) {
            case Value.Choice(String id) ->
                fact.type() == FactType.CHOICE
                        && (fact.catalogue() != null
                                ? !id.isBlank()
                                : fact.choices().contains(id));
            case Value.Choices choices ->
                fact.type() == FactType.CHOICES && new HashSet<>(fact.choices()).containsAll(choices.ids());
            case Value.Quantity(BigDecimal quantity, BigDecimal _, BigDecimal _) ->
                fact.type() == FactType.QUANTITY && FactValueParser.fits(fact, quantity);
            case Value.YesNo _ -> fact.type() == FactType.YES_NO;
        };
    }
}
