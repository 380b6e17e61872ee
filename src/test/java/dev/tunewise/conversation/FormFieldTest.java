package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Value;
import dev.tunewise.testing.Hedge;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in fields: short to look at, and as exact as before when nobody touched them. */
class FormFieldTest {
    private final ConversationEngine engine = Hedge.machine();
    private ConversationState state = ConversationState.NEW;

    private void put(UserInput input) {
        state = engine.step(state, Hedge.ANA, Instant.EPOCH, input).after();
    }

    private BigDecimal length() {
        return ((Value.Quantity) state.held("length").orElseThrow().value()).value();
    }

    @ParameterizedTest
    @CsvSource({"657.084189, 657", "91.666667, 91.67", "0.0123456, 0.01235", "20000, 20000", "0, 0", "300.000, 300"})
    void aFieldShowsWhatAPersonWouldType(String held, String shown) {
        assertEquals(shown, ValueFormat.inField(Value.Quantity.of(new BigDecimal(held))));
    }

    @Test
    void aFieldThatNobodyTouchedChangesNothing() {
        put(new UserInput.Opened(""));
        put(new UserInput.Clicked(new Action.Answer("length", "57.084189")));
        put(new UserInput.Filled(Map.of("length", "57.08", "height", "3")));
        assertEquals(new BigDecimal("57.084189"), length());

        put(new UserInput.Filled(Map.of("length", "57")));
        assertEquals(0, length().compareTo(BigDecimal.valueOf(57)));
    }

    @Test
    void aCorrectionOutsideOfAFormIsNeverTakenForRounding() {
        put(new UserInput.Opened(""));
        put(new UserInput.Clicked(new Action.Answer("length", "150.5")));
        put(new UserInput.Clicked(new Action.Answer("length", "151")));
        assertEquals(0, length().compareTo(BigDecimal.valueOf(151)));
    }
}
