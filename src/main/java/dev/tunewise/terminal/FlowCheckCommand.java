package dev.tunewise.terminal;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.forecast.InterviewSimulation;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkProblems;
import dev.tunewise.flow.walk.WalkReport;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.reading.encoder.ChoiceProposer;
import dev.tunewise.reading.encoder.ExampleCheck;
import dev.tunewise.reading.encoder.ExampleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `flow check`: loads flows and walks all their interviews. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report every problem of a flow, then walk all its interviews.")
public final class FlowCheckCommand implements Callable<Integer> {
    /** Teams that an interview of teams takes at least, draws for what rests on chance, and where the teams come from. */
    private static final int FEWEST = 10;

    private static final int DRAWS = 100;
    private static final long SEED = 7;

    private final FlowCommandContext desk;

    @Option(
            names = "--teams",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Teams to draw from the priors and to interview; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int teams;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    public FlowCheckCommand(FlowCommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.each(folder.path(), this::check);
    }

    private boolean check(FlowLoadResult.Loaded loaded) {
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
        desk.out()
                .println(
                        flow.id() + ": " + FlowCommandContext.count(flow.facts().size(), "fact") + ", "
                                + FlowCommandContext.count(flow.rules().size(), "rule") + ", "
                                + FlowCommandContext.count(loaded.stories().size(), "story") + ".");
        desk.out()
                .println("Walked " + WalkProblems.count(report.interviews()) + " interviews in "
                        + FlowCommandContext.count(report.states(), "state") + "; the longest asks "
                        + FlowCommandContext.count(report.longest(), "question") + " of " + flow.maxQuestions()
                        + " allowed.");
        if (teams >= FEWEST && !wrong && !flow.expectations().priors().isEmpty()) {
            desk.out()
                    .print(new InterviewSimulation(
                                    flow, desk.figures().apply(flow).rough(DRAWS))
                            .run(teams, SEED)
                            .report());
        }
        examples.ifPresent(proposer -> desk.out().print(ExampleReport.of(flow, proposer.learned())));
        if (!wrong) {
            desk.out().println("Every interview ends in a verdict, and every rule decides some. No errors.");
        }
        return !wrong;
    }
}
