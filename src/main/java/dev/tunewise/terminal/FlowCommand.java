package dev.tunewise.terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code flow check | test | coverage | graph}: what somebody who edits a flow needs; {@code run} is added by the program. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(check | test | coverage | graph | utterances | run)",
        description = "Checks, tests and draws conversation flows.")
public final class FlowCommand implements Runnable {
    private final FlowCommandContext desk;

    private FlowCommand(FlowCommandContext desk) {
        this.desk = desk;
    }

    /** The command with all its subcommands, to be run by itself or under another. */
    public static CommandLine of(FlowCommandContext desk) {
        return new CommandLine(new FlowCommand(desk))
                .addSubcommand(new FlowCheckCommand(desk))
                .addSubcommand(new FlowTestCommand(desk))
                .addSubcommand(new FlowCoverageCommand(desk))
                .addSubcommand(new FlowGraphCommand(desk))
                .addSubcommand(new CommandLine(new FlowUtterancesCommand(desk))
                        .addSubcommand(new FlowUtterancesCommand.Try(desk))
                        .addSubcommand(new FlowUtterancesCommand.Learn(desk)));
    }

    @Override
    public void run() {
        of(desk).usage(desk.out());
    }
}
