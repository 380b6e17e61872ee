package dev.tunewise.terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** `flow …`: commands that work on flow folders. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        description = "Check, test, draw and run flow folders.",
        synopsisSubcommandLabel = "(check | test | coverage | graph | run)")
public final class FlowCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command with its subcommands. */
    public static CommandLine line(FlowDesk desk, FlowRunCommand.Ground ground) {
        return new CommandLine(new FlowCommand())
                .addSubcommand(new FlowCheckCommand(desk))
                .addSubcommand(new FlowTestCommand(desk))
                .addSubcommand(new FlowCoverageCommand(desk))
                .addSubcommand(new FlowGraphCommand(desk))
                .addSubcommand(new FlowRunCommand(desk, ground));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which one? See the list below.");
    }
}
