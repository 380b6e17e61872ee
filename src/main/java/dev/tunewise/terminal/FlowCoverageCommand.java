package dev.tunewise.terminal;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.story.StoryCoverage;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flowfile.FlowLoadResult;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** `flow coverage`: tells what the stories of flows leave out. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = "Say which rules, choices and boundaries the stories of a flow reach.")
public final class FlowCoverageCommand implements Callable<Integer> {
    private final FlowCommandContext desk;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    public FlowCoverageCommand(FlowCommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.each(folder.path(), this::cover);
    }

    private boolean cover(FlowLoadResult.Loaded loaded) {
        Flow flow = loaded.flow();
        StoryCoverage coverage = StoryCoverage.of(
                flow,
                desk.play(loaded),
                Walk.of(flow).asked(),
                (fact, choice) -> loaded.origins()
                        .at("facts." + fact.id() + ".choices." + choice)
                        .orElse(fact.position()));
        desk.out()
                .println(flow.id() + ": what "
                        + FlowCommandContext.count(loaded.stories().size(), "story") + " reach");
        print("rules", coverage.rules());
        print("choices", coverage.choices());
        print("boundaries", coverage.boundaries());
        List<StoryCoverage.Missed> missed = Stream.of(coverage.rules(), coverage.choices(), coverage.boundaries())
                .flatMap(part -> part.missed().stream())
                .sorted((a, b) -> a.position().compareTo(b.position()))
                .toList();
        if (!missed.isEmpty()) {
            desk.out().println("Not reached:");
            missed.forEach(one -> desk.out().println("  " + one.position() + "  " + one.text()));
        }
        return true;
    }

    private void print(String what, StoryCoverage.Part part) {
        long percent = part.total() == 0 ? 100 : 100L * part.reached() / part.total();
        desk.out()
                .println("  " + what + " ".repeat(12 - what.length()) + part.reached() + " of " + part.total() + " ("
                        + percent + " %)");
    }
}
