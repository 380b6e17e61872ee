package dev.tunewise.terminal;

import dev.tunewise.flow.story.StoryResult;
import dev.tunewise.flowfile.FlowLoadResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `flow test`: plays the stories of flows. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Play the stories of a flow.")
public final class FlowTestCommand implements Callable<Integer> {
    private final FlowCommandContext desk;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the questions and the deciding rule of every story.")
    private boolean verbose;

    public FlowTestCommand(FlowCommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.each(folder.path(), this::test);
    }

    private boolean test(FlowLoadResult.Loaded loaded) {
        List<StoryResult> results = desk.play(loaded);
        results.forEach(this::print);
        long failed = results.stream().filter(result -> !result.passed()).count();
        desk.out()
                .println(loaded.flow().id() + ": " + FlowCommandContext.count(results.size(), "story") + ", "
                        + (failed == 0 ? "all passed." : failed + " failed."));
        return failed == 0;
    }

    private void print(StoryResult result) {
        if (result.passed() && !verbose) {
            return;
        }
        desk.out()
                .println((result.passed() ? "passed  " : "FAILED  ")
                        + result.story().position() + "  " + result.story().name());
        result.faults().forEach(fault -> desk.out().println("        " + fault));
        if (verbose || !result.passed()) {
            desk.out()
                    .println("        asked "
                            + (result.asked().isEmpty() ? "nothing" : String.join(", ", result.asked()))
                            + result.rule().map(rule -> "; rule " + rule.id()).orElse(""));
        }
    }
}
