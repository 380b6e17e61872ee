package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a plain statement is not read from the same words asked, supposed, denied, quoted or said by others. */
class UnrealTest {
    private final MessageReader reader = ReadingFixture.reader();
    private final Flow flow = ReadingFixture.flow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what if %s?",
                "suppose %s",
                "if %s, does it pay?",
                "does it matter if %s?",
                "is it true that %s?",
                "I read somewhere that %s",
                "another team told us %s",
                "imagine %s",
                "> %s",
                "```%s```",
                "it is not true that %s",
                "I don't think that %s",
                "unless %s",
                "my friend says %s",
                "I wonder whether %s",
                "do you think %s?",
                "not sure if %s",
                "in theory %s",
                "hypothetically, %s",
                "a blog claims %s",
                "I wish that %s",
                "we hope that %s",
                "the plan is that %s",
                "it could be that %s",
                "it may well be that %s",
                "should it turn out that %s, we stop",
                "explain what it means when %s",
                "what to do when %s",
                "a client asks what to do when %s",
                "the question in the FAQ was: %s",
                "the title of the talk was %s",
                "translate this: %s",
                "%s, said the vendor",
                "%s, not",
                "FW: %s",
                "Forwarded message: %s",
                "Anna wrote: %s",
                "Bob, 10:42: %s",
                "my neighbour says %s",
                "in my dreams %s"
            })
    void readsNothingFromWhatIsNotStated(String frame) throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reading/short.json").toFile())
                .path("cases");
        for (JsonNode one : cases) {
            String statement = one.path("text").asText();
            if (one.path("expect").isEmpty() || statement.contains("?")) {
                continue;
            }
            String text = frame.replace("%s", statement);
            List<ExtractedAnswer> read = reader.read(text, ReadingContext.none()).reads().stream()
                    // what was asked is no statement
                    .filter(answer -> !flow.isAsked(answer.fact()) || !text.contains("?"))
                    .toList();
            assertEquals(List.of(), read, text);
        }
    }
}
