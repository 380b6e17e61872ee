package dev.tunewise.conversation.state;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.Instant;

/** A cost parameter as somebody set it. `quote`: the words it was read from; empty when it was clicked. */
public record ParameterOverride(BigDecimal value, Author by, Instant at, String quote, long entry) {
    /** The same as an answer with its author. */
    public SourcedAnswer given() {
        return new SourcedAnswer(Value.Quantity.of(value), false, new SourcedAnswer.Origin(by.name(), at, quote));
    }
}
