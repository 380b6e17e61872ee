package dev.tunewise.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.record.DecisionRecord;
import dev.tunewise.record.RecordInput;
import dev.tunewise.record.RecordJson;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.ReadFlows;
import dev.tunewise.testing.Unheeded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that read records in and count tokens. */
class RecordCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Consultant consultant(Flow flow, Optional<LocalDate> day) {
        return new Consultant(flow, new CatalogueCosting(PriceFiles.shipped(), () -> day.orElse(DAY)));
    }

    private int record(String... arguments) {
        PrintStream to = new PrintStream(out, true, UTF_8);
        return Refusal.told(
                        new CommandLine(new RecordCommand(
                                new FlowCommandContext(
                                        to,
                                        ReadFlows::loaded,
                                        _ -> Unheeded.figures(),
                                        _ -> (before, _) -> before,
                                        _ -> Optional.empty(),
                                        Path.of("")),
                                to,
                                RecordCommandTest::consultant)),
                        new PrintStream(err, true, UTF_8))
                .execute(arguments);
    }

    private int tokens(String piped, String... arguments) {
        return Refusal.told(
                        new CommandLine(new TokensCommand(
                                new PrintStream(out, true, UTF_8),
                                new ByteArrayInputStream(piped.getBytes(UTF_8)),
                                PriceFiles.shipped(),
                                () -> DAY)),
                        new PrintStream(err, true, UTF_8))
                .execute(arguments);
    }

    private static String written() {
        Flow flow = FineTuning.flow();
        Answers answers = Answers.of(Map.of(
                "problems",
                new Value.Choices(List.of("missing-knowledge")),
                "task",
                new Value.Choice("generation"),
                "retrieval",
                new Value.Choice("not-tried")));
        RecordInput origin = new RecordInput(
                "It does not know our products",
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                Instant.parse("2026-11-20T08:00:00Z"),
                Instant.parse("2026-11-20T09:00:00Z"),
                answers,
                Map.of());
        return new RecordJson().write(DecisionRecord.of(origin, consultant(flow, Optional.empty())));
    }

    @Test
    void printsTheVerdictAndThatItIsTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("record.json"), written());
        assertEquals(
                0, record("import", file.toString(), "--flow", "conversation-flows/fine-tuning"), err.toString(UTF_8));
        String said = out.toString(UTF_8);
        assertTrue(said.startsWith("It does not know our products"), said);
        assertTrue(said.contains("As recorded, with the record's prices: No. "), said);
        assertTrue(said.contains("With today's prices: No. "), said);
        assertEquals(2, said.split("\\(the same result\\)", -1).length - 1, said);
    }

    @Test
    void namesThePlaceOfWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("record.json"), written().replace("not-tried", "flying"));
        assertEquals(1, record("import", file.toString(), "--flow", "conversation-flows/fine-tuning"));
        assertTrue(err.toString(UTF_8).contains("record.json: `/facts/retrieval/value`: "), err.toString(UTF_8));
    }

    @Test
    void refusesWhatIsNoFile() {
        assertEquals(1, record("import", folder.resolve("none.json").toString()));
        assertTrue(err.toString(UTF_8).contains("cannot be read"), err.toString(UTF_8));
    }

    @Test
    void countsTheTokensOfAFileForAModel() throws IOException {
        Path file = Files.writeString(folder.resolve("prompt.txt"), "hello world");
        assertEquals(0, tokens("", "count", file.toString(), "--model", "4o mini"), err.toString(UTF_8));
        assertEquals("2 tokens (o200k_base)", out.toString(UTF_8).strip());
    }

    @Test
    void countsWhatIsPipedInAndSaysWhereItIsApproximate() {
        assertEquals(0, tokens("hello world", "count", "-", "--model", "claude sonnet 4.6"), err.toString(UTF_8));
        assertTrue(out.toString(UTF_8).startsWith("2 tokens (o200k_base, approximate)"), out.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("Approximate for Claude Sonnet 4.6"), out.toString(UTF_8));
    }

    @Test
    void saysWhatModelsAnUnclearNameFits() {
        assertEquals(1, tokens("x", "count", "-", "--model", "sonnet"));
        assertTrue(err.toString(UTF_8).contains("fits several models"), err.toString(UTF_8));
    }
}
