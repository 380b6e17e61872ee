package dev.tunewise.flow.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.Unheeded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryRunnerTest {
    private static final FigureCalculator SMALL = _ -> Map.of("months_until_full", 0.5, "tier", "warm");

    @Test
    void playsTheStoriesOfTheSmallFlow() {
        FlowLoadResult.Loaded loaded = FlowEdits.backupPlan();
        StoryRunner runner = PlainStories.runner(loaded.flow(), SMALL);
        for (Story story : loaded.stories()) {
            StoryResult result = runner.play(story);
            assertEquals(List.of(), result.faults(), story.name());
            assertTrue(result.passed());
        }
    }

    @Test
    void saysEverythingThatDiffers() {
        StoryResult result = play("""
                - name: wrong in every way
                  facts: {kinds: [films], gigabytes: 10, may_leave: false}
                  expect: {verdict: cloud, lever: [leave, upload-all], rule: upload, most_questions: 2,
                           asked: [kinds, upload], not_asked: [gigabytes], first: gigabytes}
                """);
        assertEquals(
                List.of(
                        "Expected the verdict `cloud`, found `disk` (rule `must-stay` decided).",
                        "Expected the lever `leave` or `upload-all`, found `copy-to-disk` (rule `must-stay` decided).",
                        "Expected the rule `upload` to decide, found `must-stay`.",
                        "Expected at most 2 questions, found 3: kinds, gigabytes, may_leave.",
                        "Expected `upload` to be asked; asked were: kinds, gigabytes, may_leave.",
                        "Expected `gigabytes` not to be asked.",
                        "Expected `gigabytes` to be asked first, found `kinds`."),
                result.faults());
        assertEquals(List.of("kinds", "gigabytes", "may_leave"), result.asked());
    }

    @Test
    void saysWhichAnswerIsMissing() {
        StoryResult result = play("""
                - name: half an interview
                  facts: {kinds: [films]}
                  expect: {verdict: disk}
                """);
        assertEquals(
                List.of("It asks `gigabytes`, and the story has no answer: add it to `facts`, or to `unknown` for"
                        + " \"don't know\"."),
                result.faults());
    }

    @Test
    void assumesWhereNobodyKnows() {
        StoryResult result = play("""
                - name: nobody knows
                  facts: {kinds: [films], may_leave: true, encrypted: true}
                  unknown: [gigabytes, upload]
                  expect: {verdict: cloud}
                """);
        assertEquals(List.of(), result.faults());
        SourcedAnswer size = result.answers().get("gigabytes").orElseThrow();
        assertTrue(size.assumed());
        assertEquals(200.0, size.value().raw());
    }

    @Test
    void hearsWhatIsSaidBeforeAnythingIsAsked() {
        FlowLoadResult.Loaded loaded = withStory("""
                - name: told at once
                  say: ["films, and they must stay", "4 TB"]
                  expect: {verdict: disk, most_questions: 0}
                """.replace(", most_questions: 0", ""));
        StoryRunner runner = PlainStories.runner(
                loaded.flow(),
                SMALL,
                (before, text) -> text.contains("films")
                        ? before.with("kinds", SourcedAnswer.of(new Value.Choices(List.of("films"))))
                                .with("may_leave", SourcedAnswer.of(new Value.YesNo(false)))
                        : before.with("gigabytes", SourcedAnswer.of(Value.Quantity.of(4000))));
        StoryResult result = runner.play(loaded.stories().getLast());
        assertEquals(List.of(), result.faults());
        assertEquals(List.of(), result.asked());
    }

    @Test
    void tellsStoriesThatStayOpen() {
        FlowLoadResult.Loaded loaded = FlowEdits.backupPlan();
        StoryResult result = PlainStories.runner(loaded.flow(), Unheeded.figures())
                .play(loaded.stories().getLast());
        assertEquals(List.of("The rule `full-at-once` stays open."), result.faults());
    }

    private static StoryResult play(String story) {
        FlowLoadResult.Loaded loaded = withStory(story);
        return PlainStories.runner(loaded.flow(), SMALL).play(loaded.stories().getLast());
    }

    private static FlowLoadResult.Loaded withStory(String story) {
        return FlowEdits.loaded("@stories/zzz.yaml\n"
                + story.lines().map(line -> "+" + line + "\n").reduce("", String::concat));
    }
}
