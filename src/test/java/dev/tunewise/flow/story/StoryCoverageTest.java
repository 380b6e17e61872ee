package dev.tunewise.flow.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.testing.FlowEdits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryCoverageTest {

    @Test
    void namesRulesChoicesAndBoundariesThatNoStoryReaches() {
        FlowLoadResult.Loaded loaded = FlowEdits.backupPlan();
        Flow flow = loaded.flow();
        StoryRunner runner = PlainStories.runner(flow, _ -> Map.of("months_until_full", 0.5, "tier", "warm"));
        StoryCoverage coverage = StoryCoverage.of(
                flow,
                loaded.stories().stream().map(runner::play).toList(),
                Walk.of(flow).asked(),
                (fact, choice) -> loaded.origins()
                        .at("facts." + fact.id() + ".choices." + choice)
                        .orElse(fact.position()));
        assertEquals(
                List.of("flow.yaml:68:5 rule `nothing-there`"),
                coverage.rules().missed().stream().map(StoryCoverageTest::shown).toList());
        assertEquals(5, coverage.rules().reached());
        assertEquals(
                List.of(
                        "flow.yaml:26:23 `kinds` answered by accounts",
                        "flow.yaml:32:15 `changes` answered by never",
                        "flow.yaml:32:22 `changes` answered by weekly",
                        "flow.yaml:32:30 `changes` answered by daily",
                        "flow.yaml:36:3 `encrypted` answered by no"),
                coverage.choices().missed().stream()
                        .map(StoryCoverageTest::shown)
                        .toList());
        assertEquals(11, coverage.choices().total());
        assertEquals(
                List.of(
                        "flow.yaml:68:5 `gigabytes == 0` is never true",
                        "flow.yaml:88:5 `months_until_full < 1` is never false"),
                coverage.boundaries().missed().stream()
                        .map(StoryCoverageTest::shown)
                        .toList());
    }

    @Test
    void nothingIsReachedWithoutStories() {
        StoryCoverage coverage = StoryCoverage.of(
                FlowEdits.backupPlan().flow(), List.of(), Set.of("kinds"), (fact, _) -> fact.position());
        assertEquals(
                0,
                coverage.rules().reached()
                        + coverage.choices().reached()
                        + coverage.boundaries().reached());
    }

    private static String shown(StoryCoverage.Missed missed) {
        return missed.position() + " " + missed.text();
    }
}
