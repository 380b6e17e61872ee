package dev.tunewise.terminal;

import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.reading.encoder.ExampleReport;
import dev.tunewise.reading.encoder.LearnedChoicesFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `flow utterances`: what a sentence would propose by the examples of a flow, and what was learned from them as a file. */
@Command(
        name = "utterances",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "(try | learn)",
        description = "Try sentences against the examples of a flow, or learn from them.")
public record FlowUtterancesCommand(FlowCommandContext desk) implements Runnable {
    @Override
    public void run() {
        desk.out().println("Say what to do: flow utterances try \"a sentence\", or flow utterances learn --to <file>.");
    }

    private int each(Path folder, BiPredicate<Flow, ChoiceProposer> command) {
        return desk.each(folder, (FlowLoadResult.Loaded loaded) -> {
            Optional<ChoiceProposer> proposer = desk.examples().apply(loaded.flow());
            if (proposer.isEmpty()) {
                desk.out()
                        .println("Flow `" + loaded.flow().id()
                                + "` has no examples, or the sentence encoder does not run on this machine.");
            }
            // A folder may hold flows without examples, which are no fault.
            return proposer.map(each -> command.test(loaded.flow(), each))
                    .orElse(loaded.flow().utterances().isEmpty());
        });
    }

    @Command(name = "try", description = "Show what a sentence would propose, and why.")
    int propose(
            @Parameters(index = "0", paramLabel = "<sentence>", description = "What somebody types.") String sentence,
            @Option(
                            names = "--in",
                            paramLabel = "<folder>",
                            defaultValue = "conversation-flows",
                            description = "A flow folder, or a folder of flow folders.")
                    Path folder) {
        return each(folder, (_, proposer) -> {
            desk.out().print(ExampleReport.of(proposer.scores().of(sentence)));
            return true;
        });
    }

    @Command(description = "Learn from the examples, and write the result to a file that ships with the program.")
    int learn(
            @Mixin FlowFolder folder,
            @Option(names = "--to", required = true, paramLabel = "<file>", description = "The file to write.")
                    Path file) {
        return each(folder.path(), (flow, proposer) -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                LearnedChoicesFile.write(proposer.learned(), out);
                desk.out().print(ExampleReport.of(flow, proposer.learned()));
                return true;
            } catch (IOException e) {
                desk.out().println("The file " + file + " cannot be written: " + e.getMessage() + ".");
                return false;
            }
        });
    }
}
