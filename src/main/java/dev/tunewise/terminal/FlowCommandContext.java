package dev.tunewise.terminal;

import dev.tunewise.advice.answer.CaseAnswerer;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.diagnostics.Severity;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.story.StoryResult;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.reading.encoder.ChoiceProposer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the flow commands work with.
 *
 * @param out where they write
 * @param loader loads a folder
 * @param ear reads what the people of a flow's stories type
 * @param examples what proposes choices by a flow's example sentences, learned now if need be; empty where the encoder cannot run
 * @param home where folders are looked for that are not in the present one
 */
public record FlowCommandContext(
        PrintStream out,
        Function<Path, FlowLoadResult> loader,
        Function<Flow, FigureCalculator> figures,
        Function<Flow, StoryRunner.StoryEar> ear,
        Function<Flow, Optional<ChoiceProposer>> examples,
        Path home) {
    /** Exit code when everything is right. */
    static final int RIGHT = 0;

    /** Exit code when a flow, or something about it, is wrong. */
    static final int WRONG = 1;

    /** Loads the flows at a path and lets a command look at each; says what is wrong with those that do not load. */
    int each(Path path, Predicate<FlowLoadResult.Loaded> command) {
        List<Path> folders = FlowFolders.at(place(path));
        if (folders.isEmpty()) {
            out.println("There is no flow at `" + path + "`: no file `flow.yaml` in it, nor in a folder of it.");
            return WRONG;
        }
        boolean right = true;
        for (Path folder : folders) {
            switch (loader.apply(folder)) {
                case FlowLoadResult.Loaded loaded -> right &= command.test(loaded);
                case FlowLoadResult.Refused refused -> {
                    print(refused.problems());
                    right = false;
                }
            }
        }
        return right ? RIGHT : WRONG;
    }

    /** A folder as named: in the present folder, else at home. */
    Path place(Path path) {
        return Files.exists(path) ? path : home.resolve(path);
    }

    /** Prints problems with a count; says whether there was an error among them. */
    boolean print(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        out.print(Problems.render(problems));
        if (!problems.isEmpty()) {
            out.println();
            out.println(count(errors, "error") + (warnings == 0 ? "." : ", " + count(warnings, "warning") + "."));
        }
        return errors > 0;
    }

    List<StoryResult> play(FlowLoadResult.Loaded loaded) {
        Flow flow = loaded.flow();
        CaseAnswerer answerer = new CaseAnswerer(flow, figures.apply(flow));
        StoryRunner runner = new StoryRunner(
                flow,
                figures.apply(flow),
                ear.apply(flow),
                answers -> answerer.answer(answers, Optional.empty()).opening());
        return loaded.stories().stream().map(runner::play).toList();
    }

    static String count(long count, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return count + " " + (count == 1 ? noun : plural);
    }
}
