package dev.tunewise.conversation.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputLimitsTest {
    @Test
    void keepsWhatPeopleTypeAndDropsWhatControls() {
        UserInput said = new UserInput.Said("a\tb\nc \u0000\u0007\u202Ed\u2066 <b>é</b> 🌳 \uD800 e", false);
        assertEquals(new UserInput.Said("a\tb\nc d <b>é</b> 🌳  e", false), InputLimits.within(said));
    }

    @Test
    void cutsNoCharacterInHalf() {
        UserInput.Opened opened =
                (UserInput.Opened) InputLimits.within(new UserInput.Opened("x".repeat(InputLimits.TEXT - 1) + "🌳🌳"));
        assertEquals(InputLimits.TEXT - 1, opened.text().length());
    }

    @Test
    void formsHaveAnEnd() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < 1000; i++) {
            values.put("fact" + i, "9".repeat(5000));
        }
        UserInput.Filled filled = (UserInput.Filled) InputLimits.within(new UserInput.Filled(values));
        assertEquals(200, filled.values().size());
        assertTrue(filled.values().values().stream().allMatch(value -> value.length() == 1000));
    }

    @Test
    void namesFitToShow() {
        assertEquals(
                "Ana B", InputLimits.within(new Author("u", " Ana\n\u0000 B ")).name());
        assertEquals("u", InputLimits.within(new Author("u", "\u0000 \n")).name());
    }

    @Test
    void anyTextIsTaken() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(200); j > 0; j--) {
                text.append((char) random.nextInt(0x10000));
            }
            UserInput once = InputLimits.within(new UserInput.Opened(text.toString()));
            assertEquals(once, InputLimits.within(once), "seed 7, text " + i);
        }
    }
}
