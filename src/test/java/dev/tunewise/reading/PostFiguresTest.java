package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures that first posts state of their case, and sentences that look like them and state none. */
class PostFiguresTest {
    static Stream<String> posts() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reading/post-figures.tsv")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void itsFiguresAreReadAndNoOthers(String line) {
        String[] parts = line.split("\t");
        TreeMap<String, String> read = new TreeMap<>();
        ReadingFixture.reader().read(parts[0], ReadingContext.none()).reads().forEach(answer -> {
            if (answer.value() instanceof Value.Quantity number
                    && !answer.fact().startsWith("asked_")
                    && !answer.fact().equals("classes")) {
                read.put(answer.fact(), number.value().stripTrailingZeros().toPlainString());
            }
        });
        TreeMap<String, String> stated = new TreeMap<>();
        Arrays.stream(parts[1].split(" ")).filter(part -> part.contains("=")).forEach(part -> {
            String[] pair = part.split("=");
            stated.put(pair[0], pair[1]);
        });
        assertEquals(stated, read, () -> parts[0] + read.keySet().stream().collect(Collectors.joining(" ", " [", "]")));
    }
}
