package dev.tunewise.diagnostics.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    @Test
    void aStrangerMakesNoLogLine() {
        assertEquals("RS256x 05:00 ERROR all is lost", OneLine.of("RS256x\r\n05:00 ERROR\u2028all is\u0000lost"));
        assertTrue(OneLine.of("x".repeat(5_000)).length() < 300);
    }

    @Test
    void aFailureSaysWhatAndWhereButNoWords() {
        String line = FailureLine.of(new RuntimeException("Ana said: we pay 5000", new NumberFormatException("Ana")));
        assertTrue(line.startsWith("RuntimeException caused by NumberFormatException at LogLinesTest.java:"), line);
    }

    @Test
    void theSameIsSaidOnceAMinute() {
        QuietLog quiet = new QuietLog();
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            quiet.say(said::add);
        }
        assertEquals(List.of(0L), said);
    }
}
