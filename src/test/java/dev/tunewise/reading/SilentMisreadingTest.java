package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sentences that state nothing of the speaker's system: other people's systems, questions, wishes, figures of other things, talk of training,
 * sarcasm, denial, everyday words. Nothing may be read from any of them; a wrong answer filled in silently costs more than ten missed ones.
 */
class SilentMisreadingTest {
    private static final Path TRAPS = Path.of("src/test/resources/reading-traps");
    private static final int LEAST = 5_640;

    @Test
    void readsNothingFromSentencesThatStateSomethingElse() throws IOException {
        Flow flow = ReadingFixture.flow();
        MessageReader reader = ReadingFixture.reader();
        List<String> misread = new ArrayList<>();
        int count = 0;
        for (String trap : traps()) {
            count++;
            List<ExtractedAnswer> read = reader.read(trap, ReadingContext.none()).reads().stream()
                    // what was asked is no statement
                    .filter(answer -> !flow.isAsked(answer.fact()) || !trap.contains("?"))
                    .toList();
            if (!read.isEmpty()) {
                misread.add(trap + " => "
                        + read.stream()
                                .map(answer -> answer.fact() + ": " + answer.quote())
                                .collect(Collectors.joining(", ")));
            }
        }
        assertTrue(count >= LEAST, "only " + count + " traps found in " + TRAPS);
        assertEquals(List.of(), misread);
    }

    private static List<String> traps() throws IOException {
        List<String> traps = new ArrayList<>();
        try (Stream<Path> files = Files.list(TRAPS)) {
            for (Path file : files.sorted().toList()) {
                traps.addAll(Files.readAllLines(file));
            }
        }
        return traps;
    }
}
