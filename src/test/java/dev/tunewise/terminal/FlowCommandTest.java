package dev.tunewise.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FlowCommandTest {
    private static final Path RESOURCES = Path.of("src/test/resources/terminal/flow");

    @TempDir
    Path root;

    /** The output of a command on the small flow with edits, and its exit code. */
    private String run(String edits, String... arguments) throws IOException {
        Path folder = root.resolve("backup-plan");
        for (var file : FlowEdits.files(edits).texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        CommandLine command = FlowCommand.of(new FlowCommandContext(
                        out,
                        new FlowLoader()::load,
                        _ -> _ -> Map.of("months_until_full", 0.5, "tier", "warm"),
                        _ -> (before, _) -> before,
                        _ -> Optional.empty(),
                        Path.of("")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        int exit = command.execute(arguments);
        return bytes.toString(StandardCharsets.UTF_8).replace(root.toString(), "ROOT") + "exit " + exit + "\n";
    }

    private void check(String golden, String edits, String... arguments) throws IOException {
        Golden.check(RESOURCES.resolve(golden), run(edits, arguments));
    }

    @Test
    void checksAFlow() throws IOException {
        check("check.txt", "", "check", root.resolve("backup-plan").toString());
    }

    @Test
    void checksAllFlowsOfAFolder() throws IOException {
        assertEquals(run("", "check", root.resolve("backup-plan").toString()), run("", "check", root.toString()));
    }

    @Test
    void printsWhatIsWrongWithAFlow() throws IOException {
        check("check-wrong.txt", """
                @flow.yaml
                -    when: "gigabytes == 0"
                +    when: "gigabites == 0"
                -    verdict: cloud
                +    verdict: clod
                """, "check", root.toString());
    }

    @Test
    void printsWhatTheWalkFound() throws IOException {
        check("check-walk.txt", """
                @flow.yaml
                -    when: "true"
                +    when: "upload > 5"
                -max_questions: 9
                +max_questions: 6
                """, "check", root.toString());
    }

    @Test
    void playsStories() throws IOException {
        check("test.txt", "", "test", root.toString());
        check("test-verbose.txt", "", "test", "--verbose", root.toString());
    }

    @Test
    void printsStoriesThatFail() throws IOException {
        check("test-failed.txt", """
                @stories/plans.yaml
                -  expect: {rule: too-slow}
                +  expect: {rule: upload, most_questions: 3}
                """, "test", root.toString());
    }

    @Test
    void printsCoverage() throws IOException {
        check("coverage.txt", "", "coverage", root.toString());
    }

    @Test
    void drawsAFlow() throws IOException {
        String drawn = run("", "graph", root.toString());
        assertEquals(FlowEdits.read(FlowEdits.BACKUP_PLAN.resolve("flow.mmd")) + "exit 0\n", drawn);
        assertEquals("Wrote ROOT/backup-plan/flow.mmd.\nexit 0\n", run("", "graph", "--write", root.toString()));
        assertEquals(drawn, FlowEdits.read(root.resolve("backup-plan/flow.mmd")) + "exit 0\n");
    }

    @Test
    void saysThatThereIsNoFlow() throws IOException {
        String said = run("", "check", root.resolve("nowhere").toString());
        assertEquals(
                "There is no flow at `ROOT/nowhere`: no file `flow.yaml` in it, nor in a folder of it.\nexit 1\n",
                said);
    }

    @Test
    void saysWhatItCanDo() throws IOException {
        String said = run("");
        assertTrue(said.contains("check"), said);
        assertTrue(said.contains("exit 0"), said);
        assertTrue(run("", "chek").contains("exit 2"));
    }
}
