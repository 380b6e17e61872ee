package dev.tunewise.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.testing.FiguresOnlyCalculator;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.ReadFlows;
import dev.tunewise.testing.Unheeded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The chat in a terminal, with its input from a pipe. */
final class FlowRunCommandTest {

    @Test
    void holdsAConsultationByNumbers() {
        Run run = run("1\n4\n2\n", "The assistant does not know our products.");
        assertEquals(0, run.code());
        assertTrue(run.text().contains("What is wrong with the output today?"), run.text());
        assertTrue(run.text().contains("What is missing is knowledge"), run.text());
    }

    @Test
    void takesSeveralNumbersAndNone() {
        assertTrue(run("1, 3\n").text().contains("It does not know our facts, The format breaks"));
        assertTrue(run("3 1\n").text().contains("It does not know our facts, The format breaks"));
        assertTrue(run("0\n").text().contains("none"));
    }

    @Test
    void takesCommandsByWordAndByLetter() {
        String text = run("1\nback\nwhy\nc\nquit\nnever read\n").text();
        assertTrue(text.contains("asked again below"), text);
        assertFalse(text.contains("never read"), "nothing is read after the end: " + text);
    }

    @Test
    void printsAVerdictOnceWhileItStands() {
        String text = run(
                        _ -> FineTuning.machine(),
                        "answer now\nwe have 900 labelled examples\nwe need 95 %\n",
                        "-f",
                        "conversation-flows/fine-tuning",
                        "Our ticket classifier picks wrong labels, 12 classes, 20k tickets a day.")
                .text();
        assertEquals(
                2,
                text.lines().filter(line -> line.startsWith("The answer stays")).count(),
                text);
        assertEquals(1, text.lines().filter(line -> line.startsWith("Do this:")).count(), text);
    }

    @Test
    void leavesNothingInATextThatCouldMoveTheCursor() {
        String text =
                run("\u001B[2Jgone\u0007\n", "\u001B]0;title\u0007 opened").text();
        assertFalse(text.contains("\u001B"), text);
        assertFalse(text.contains("\u0007"), text);
        assertTrue(text.contains("gone"), text);
    }

    @Test
    void foldsTheLongPartsOfAnAnswerUntilSomebodyWantsThem() {
        String folded =
                run("1\n4\n2\n", "The assistant does not know our products.").text();
        assertTrue(folded.contains("+1  "), folded);
        assertTrue(folded.contains("`more 1` opens a part"), folded);
        assertFalse(folded.contains("Full fine-tuning"), "the ladder is folded: " + folded);
        String all = run("1\n4\n2\nmore\n+1\nmore 99\n", "The assistant does not know our products.")
                .text();
        assertTrue(all.contains("Full fine-tuning"), all);
        assertTrue(all.contains("`more` opens all of them."), all);
        assertTrue(run("more\n", "The assistant does not know our products.")
                .text()
                .contains("Nothing is folded away so far."));
    }

    @Test
    void keepsTheQuestionInSightThatIsOpen() {
        String text = run("4\nstatus\n").text();
        assertTrue(text.contains("Where we are"), text);
        assertTrue(text.lastIndexOf("Why do you ask?") > text.lastIndexOf("Where we are"), text);
    }

    @Test
    void aFlowIsChosenByItsNameOrItsFolder() {
        for (String named : List.of("tuned-model-review", "conversation-flows/tuned-model-review")) {
            String text = run("", "--flow", named).text();
            assertTrue(text.contains("Where does the tuned model run today?"), text);
            assertTrue(text.contains("Another question: `--flow fine-tuning`."), text);
        }
        assertTrue(run("").text().contains("Another question: `--flow tuned-model-review`."));
        Run unknown = run("", "--flow", "tuned-modl-review");
        assertEquals(1, unknown.code());
        assertEquals(
                "There is no flow `tuned-modl-review`. Flows are: fine-tuning, tuned-model-review.",
                unknown.text().strip());
    }

    @Test
    void endsWithItsInput() {
        assertEquals(0, run("").code());
    }

    @Test
    void saysWhatIsWrongWithAFolder() {
        Run run = run("", "-f", "src/test/resources/none");
        assertEquals(1, run.code());
        assertTrue(run.text().contains("There is no flow at"), run.text());
    }

    @Test
    void proposesWhatTheRulesReadWithoutASignOfWhoseItIs() {
        Run run = run(
                _ -> FineTuning.machine(),
                "",
                "-f",
                "conversation-flows/fine-tuning",
                "Our data scientists labelled 2,200 rows.");
        assertTrue(run.text().contains("You wrote “labelled 2,200 rows”"), run.text());
        assertTrue(run.text().contains("Is that right?"), run.text());
    }

    private record Run(int code, String text) {}

    private static Run run(String typed, String... arguments) {
        return run(FlowRunCommandTest::machine, typed, arguments);
    }

    private static Run run(Function<Flow, ConversationEngine> machines, String typed, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        AtomicInteger keys = new AtomicInteger();
        FlowCommandContext desk = new FlowCommandContext(
                out,
                ReadFlows::loaded,
                _ -> Unheeded.figures(),
                _ -> (before, _) -> before,
                _ -> Optional.empty(),
                Path.of(""));
        FlowRunCommand.Ground ground = new FlowRunCommand.Ground(
                machines,
                (text, flow, context) -> new MessageReader(flow, NameCatalogue.none())
                        .read(text, context).proposed().stream()
                                .map(Proposal::of)
                                .toList(),
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")),
                () -> "key-" + keys.incrementAndGet(),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                false);
        int code = new CommandLine(new FlowRunCommand(desk, ground)).execute(arguments);
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private static ConversationEngine machine(Flow flow) {
        ConversationEngine.Ports ports = new ConversationEngine.Ports(
                new AdviceBlocks(new Consultant(flow, FiguresOnlyCalculator.none())),
                (_, _) -> Interpretation.NOTHING,
                (_, _) -> Optional.empty(),
                _ -> List.of(),
                (_, _) -> Optional.empty());
        return new ConversationEngine(flow, ports, Messages.english());
    }
}
