package dev.tunewise.reading;

import org.junit.jupiter.api.Test;
import java.nio.file.*;

class ParameterReadingTest {
    @Test
    void tries() throws Exception {
        Reader reader = ReadingFixture.reader();
        for (var p : WordCheck.check(ReadingFixture.flow(), (k, i) -> new dev.tunewise.diagnostics.Position(k, 1, 1))) System.out.println(p);
        for (String line : Files.readAllLines(Path.of("/tmp/lines.txt"))) {
            Reading r = reader.read(line, Context.none());
            System.out.println(line + "\n    " + r.intent() + "\n    reads=" + r.reads() + " asks=" + r.asks() + "\n    set=" + r.settings());
        }
    }
}
