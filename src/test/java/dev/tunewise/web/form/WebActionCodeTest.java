package dev.tunewise.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Action;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebActionCodeTest {

    @Test
    void readsWhatItWrote() {
        for (Action action : new Action[] {
            new Action.Answer("labels", "verified"),
            new Action.Answer("problems", ""),
            new Action.Answer("a=b&c?", "ü & = ? / %\u0000"),
            Action.Command.of("undo"),
            Action.Command.about("change", "labels"),
            new Action.Command("what-if", Map.of("calls_per_day", "200000", "x", "")),
        }) {
            assertEquals(Optional.of(action), WebActionCode.read(WebActionCode.write(action)));
        }
    }

    @Test
    void writesTheSameActionAlwaysTheSame() {
        Map<String, String> arguments = Map.of("b", "2", "a", "1", "d", "4", "c", "3");
        assertEquals("do/adopt?a=1&b=2&c=3&d=4", WebActionCode.write(new Action.Command("adopt", arguments)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "answer",
                "answer?value=x",
                "do/",
                "open?url=x",
                "answer?fact=%zz",
                "do/%zz",
                "javascript:alert(1)"
            })
    void refusesWhatNothingOfOursWrote(String code) {
        assertEquals(Optional.empty(), WebActionCode.read(code));
    }
}
