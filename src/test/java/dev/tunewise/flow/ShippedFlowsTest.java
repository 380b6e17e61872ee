package dev.tunewise.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.format.MermaidDiagram;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.story.PlainStories;
import dev.tunewise.flow.story.StoryResult;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkReport;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.testing.Golden;
import dev.tunewise.testing.ReadFlows;
import dev.tunewise.testing.Unheeded;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every flow that ships is right, can be walked to every end, passes its stories and has its diagram beside it. */
class ShippedFlowsTest {

    static Stream<Path> flows() {
        return FlowFolders.at(Path.of("conversation-flows")).stream();
    }

    private static FlowLoadResult.Loaded load(Path folder) {
        return ReadFlows.loaded(folder);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void loadsWithoutAnyProblem(Path folder) {
        assertEquals("", Problems.render(load(folder).problems()));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyInterviewEndsInAVerdictAndEveryRuleDecides(Path folder) {
        FlowLoadResult.Loaded loaded = load(folder);
        WalkReport report = Walk.of(loaded.flow());
        assertTrue(report.complete());
        assertEquals("", Problems.render(WalkCheck.problems(loaded.flow(), loaded.origins(), report)));
        assertEquals(loaded.flow().rules().size(), report.fired().size());
        assertTrue(report.longest() <= loaded.flow().maxQuestions());
    }

    /** Stories that end where a figure is needed are played with the cost model, in the tests of the whole. */
    @ParameterizedTest
    @MethodSource("flows")
    void storiesThatNeedNoFigurePass(Path folder) {
        FlowLoadResult.Loaded loaded = load(folder);
        StoryRunner runner = PlainStories.runner(loaded.flow(), Unheeded.figures());
        List<StoryResult> results = loaded.stories().stream()
                .filter(story -> story.say().isEmpty())
                .map(runner::play)
                .toList();
        List<StoryResult> told = results.stream()
                .filter(result ->
                        !(result.standing() instanceof InterviewStatus.Open open && needsFigure(loaded.flow(), open)))
                .toList();
        told.forEach(result -> assertEquals(
                List.of(),
                result.faults(),
                () -> result.story().position() + " " + result.story().name()));
        assertTrue(told.size() > results.size() / 2, told.size() + " of " + results.size());
    }

    private static boolean needsFigure(Flow flow, InterviewStatus.Open open) {
        return open.needs().isEmpty()
                && open.focus().when().facts().stream()
                        .anyMatch(id -> flow.figure(id).isPresent());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theDiagramBesideItIsUpToDate(Path folder) {
        Golden.check(
                folder.resolve("flow.mmd"), MermaidDiagram.mermaid(load(folder).flow()));
    }
}
