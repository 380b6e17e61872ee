package dev.tunewise.terminal;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Walk;
import dev.tunewise.flow.WalkProblems;
import dev.tunewise.flow.WalkReport;
import dev.tunewise.flowfile.Loading;
import dev.tunewise.flowfile.WalkCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** `flow check`: loads flows and walks all their interviews. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report every problem of a flow, then walk all its interviews.")
public final class FlowCheckCommand implements Callable<Integer> {
    private final FlowDesk desk;

    @Mixin
    private FlowFolder folder = new FlowFolder();

    /** A command that works with a desk. */
    public FlowCheckCommand(FlowDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.each(folder.path(), this::check);
    }

    private boolean check(Loading.Loaded loaded) {
        Flow flow = loaded.flow();
        WalkReport report = Walk.of(flow);
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(WalkCheck.problems(flow, loaded.origins(), report));
        problems.sort((a, b) -> a.position().compareTo(b.position()));
        boolean wrong = desk.print(problems);
        desk.out()
                .println(flow.id() + ": " + FlowDesk.count(flow.facts().size(), "fact") + ", "
                        + FlowDesk.count(flow.rules().size(), "rule") + ", "
                        + FlowDesk.count(loaded.stories().size(), "story") + ".");
        desk.out()
                .println("Walked " + WalkProblems.count(report.interviews()) + " interviews in "
                        + FlowDesk.count(report.states(), "state") + "; the longest asks "
                        + FlowDesk.count(report.longest(), "question") + " of " + flow.maxQuestions() + " allowed.");
        if (!wrong) {
            desk.out().println("Every interview ends in a verdict, and every rule decides some. No errors.");
        }
        return !wrong;
    }
}
