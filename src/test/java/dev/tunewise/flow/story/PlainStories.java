package dev.tunewise.flow.story;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.FigureCalculator;
import java.util.List;

/** Runners of stories that type nothing and expect nothing of what is said before any question. */
public final class PlainStories {
    private PlainStories() {}

    public static StoryRunner runner(Flow flow, FigureCalculator figures) {
        return runner(flow, figures, (before, _) -> before);
    }

    public static StoryRunner runner(Flow flow, FigureCalculator figures, StoryRunner.StoryEar ear) {
        return new StoryRunner(flow, figures, ear, _ -> new StoryRunner.Opening("", List.of()));
    }
}
