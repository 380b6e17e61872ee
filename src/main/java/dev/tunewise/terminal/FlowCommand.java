package dev.tunewise.terminal;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.forecast.InterviewSimulation;
import dev.tunewise.flow.format.MermaidDiagram;
import dev.tunewise.flow.story.StoryCoverage;
import dev.tunewise.flow.story.StoryResult;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkProblems;
import dev.tunewise.flow.walk.WalkReport;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.reading.encoder.ExampleCheck;
import dev.tunewise.reading.encoder.ExampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flow check | test | coverage | graph}: what somebody who edits a flow needs; {@code run} is added by the program. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "(check | test | coverage | graph | utterances | run)",
        description = "Checks, tests and draws conversation flows.")
public record FlowCommand(FlowCommandContext desk) implements Runnable {
    /** Teams that an interview of teams takes at least, draws for what rests on chance, and where the teams come from. */
    private static final int FEWEST = 10;

    private static final int DRAWS = 100;
    private static final long SEED = 7;

    /** The command with all its subcommands, to be run by itself or under another. */
    public static CommandLine of(FlowCommandContext desk) {
        return new CommandLine(new FlowCommand(desk)).addSubcommand(new FlowUtterancesCommand(desk));
    }

    @Override
    public void run() {
        of(desk).usage(desk.out());
    }

    @Command(description = "Report every problem of a flow, then walk all its interviews.")
    int check(
            @Option(
                            names = "--teams",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description =
                                    "Teams to draw from the priors and to interview; 0 for none. Default: ${DEFAULT-VALUE}.")
                    int teams,
            @Mixin FlowFolder folder) {
        return desk.each(folder.path(), loaded -> check(loaded, teams));
    }

    private boolean check(FlowLoadResult.Loaded loaded, int teams) {
        Flow flow = loaded.flow();
        WalkReport report = Walk.of(flow);
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(WalkCheck.problems(flow, loaded.origins(), report));
        Optional<ChoiceProposer> examples = desk.examples().apply(flow);
        examples.ifPresent(proposer -> problems.addAll(ExampleCheck.near(
                flow,
                proposer.learned(),
                (key, index) -> loaded.origins()
                        .at("utterances." + key + "." + index)
                        .orElse(flow.facts().getFirst().position()))));
        problems.sort((a, b) -> a.position().compareTo(b.position()));
        boolean wrong = desk.print(problems);
        say(flow.id() + ": " + count(flow.facts().size(), "fact") + ", "
                + count(flow.rules().size(), "rule") + ", "
                + count(loaded.stories().size(), "story") + ".");
        say("Walked " + WalkProblems.count(report.interviews()) + " interviews in "
                + count(report.states(), "state") + "; the longest asks "
                + count(report.longest(), "question") + " of " + flow.maxQuestions() + " allowed.");
        if (teams >= FEWEST && !wrong && !flow.expectations().priors().isEmpty()) {
            var figures = desk.figures().apply(flow).rough(DRAWS);
            desk.out()
                    .print(new InterviewSimulation(flow, figures)
                            .run(teams, SEED)
                            .report());
        }
        examples.ifPresent(proposer -> desk.out().print(ExampleReport.of(flow, proposer.learned())));
        if (!wrong) {
            say("Every interview ends in a verdict, and every rule decides some. No errors.");
        }
        return !wrong;
    }

    @Command(description = "Play the stories of a flow.")
    int test(
            @Mixin FlowFolder folder,
            @Option(
                            names = {"-v", "--verbose"},
                            description = "Show the questions and the deciding rule of every story.")
                    boolean verbose) {
        return desk.each(folder.path(), loaded -> {
            List<StoryResult> results = desk.play(loaded);
            results.forEach(result -> print(result, verbose));
            long failed = results.stream().filter(result -> !result.passed()).count();
            say(loaded.flow().id() + ": " + count(results.size(), "story") + ", "
                    + (failed == 0 ? "all passed." : failed + " failed."));
            return failed == 0;
        });
    }

    private void print(StoryResult result, boolean verbose) {
        if (result.passed() && !verbose) {
            return;
        }
        say((result.passed() ? "passed  " : "FAILED  ") + result.story().position() + "  "
                + result.story().name());
        result.faults().forEach(fault -> say("        " + fault));
        say("        asked " + (result.asked().isEmpty() ? "nothing" : String.join(", ", result.asked()))
                + result.rule().map(rule -> "; rule " + rule.id()).orElse(""));
    }

    @Command(description = "Say which rules, choices and boundaries the stories of a flow reach.")
    int coverage(@Mixin FlowFolder folder) {
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
        say(flow.id() + ": what " + count(loaded.stories().size(), "story") + " reach");
        print("rules", coverage.rules());
        print("choices", coverage.choices());
        print("boundaries", coverage.boundaries());
        List<StoryCoverage.Missed> missed = Stream.of(coverage.rules(), coverage.choices(), coverage.boundaries())
                .flatMap(part -> part.missed().stream())
                .sorted((a, b) -> a.position().compareTo(b.position()))
                .toList();
        if (!missed.isEmpty()) {
            say("Not reached:");
            missed.forEach(one -> say("  " + one.position() + "  " + one.text()));
        }
        return true;
    }

    private void print(String what, StoryCoverage.Part part) {
        long percent = part.total() == 0 ? 100 : 100L * part.reached() / part.total();
        say("  " + what + " ".repeat(12 - what.length()) + part.reached() + " of " + part.total() + " (" + percent
                + " %)");
    }

    @Command(description = "Draw a flow as a Mermaid diagram.")
    int graph(
            @Mixin FlowFolder folder,
            @Option(
                            names = {"-w", "--write"},
                            description = "Write `flow.mmd` into the flow folder instead of printing.")
                    boolean write) {
        return desk.each(folder.path(), loaded -> {
            String diagram = MermaidDiagram.mermaid(loaded.flow());
            if (write) {
                return write(diagram, loaded.flow(), desk.place(folder.path()));
            }
            desk.out().print(diagram);
            return true;
        });
    }

    private boolean write(String diagram, Flow flow, Path place) {
        Path file = FlowFolders.at(place).stream()
                .filter(path -> path.toAbsolutePath().normalize().endsWith(flow.id()))
                .findFirst()
                .orElse(place)
                .resolve("flow.mmd");
        try {
            Files.writeString(file, diagram);
            say("Wrote " + file + ".");
            return true;
        } catch (IOException wrong) {
            say("Cannot write " + file + ": " + wrong.getMessage() + ".");
            return false;
        }
    }

    private void say(String line) {
        desk.out().println(line);
    }

    private static String count(long count, String noun) {
        return FlowCommandContext.count(count, noun);
    }
}
