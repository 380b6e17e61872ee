package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.CyclingFlow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdviserTest {
    private final Adviser adviser = new Adviser(CyclingFlow.flow(), CyclingFlow.figures());

    @Test
    void decidesWithHeadlineReasonsAndSources() {
        Decision decision = adviser.advise(CyclingFlow.riding()).decision().orElseThrow();

        assertEquals("ride", decision.rule());
        assertEquals("yes", decision.verdict());
        assertEquals("Yes. It pays back in 7.5 months.", decision.headline());
        assertEquals(
                List.of("You like it.", "You ride 4 days."),
                decision.reasons().stream().map(Decision.Reason::text).toList());
        assertEquals(
                "The bike book, “On locks”",
                decision.reasons().getFirst().sources().getFirst().line());
        assertEquals(
                "Ada",
                decision.reasons().getLast().basis().getFirst().given().origin().author());
    }

    @Test
    void leavesOutReasonsWhoseConditionDoesNotHold() {
        Answers dutiful = CyclingFlow.riding().with("likes_it", SourcedAnswer.of(new Value.YesNo(false)));

        assertEquals(
                List.of("days"),
                adviser.advise(dutiful).decision().orElseThrow().reasons().stream()
                        .map(Decision.Reason::id)
                        .toList());
    }

    @Test
    void namesWhatIsNeededWhileNothingIsDecided() {
        Advice advice = adviser.advise(Answers.none());

        assertTrue(advice.decision().isEmpty());
        assertEquals(List.of("distance", "most_distance"), advice.needs());
        assertEquals(Explanation.NONE, advice.explanation());
        assertEquals(Counterfactuals.NONE, adviser.outlook(Answers.none()));
        assertTrue(advice.rung(LadderStep.State.NOW).isEmpty());
    }

    @Test
    void asksForGatesAfterTheVerdict() {
        Advice advice = adviser.advise(CyclingFlow.riding().without("lock"));

        assertEquals("yes", advice.decision().orElseThrow().verdict());
        assertEquals(List.of("lock"), advice.needs());
        assertFalse(advice.concluded());
        assertEquals(GateState.State.OPEN, advice.gates().getFirst().state());
        assertEquals(List.of("lock"), advice.gates().getFirst().asks());
    }

    @Test
    void tellsMetOpenAndToDoGates() {
        Map<String, GateState.State> gates =
                adviser
                        .advise(CyclingFlow.riding().with("days", SourcedAnswer.of(Value.Quantity.of(7))))
                        .gates()
                        .stream()
                        .collect(Collectors.toMap(GateState::gate, GateState::state));

        assertEquals(
                Map.of("lock", GateState.State.MET, "lights", GateState.State.OPEN, "route", GateState.State.TO_DO),
                gates);
    }

    @Test
    void givesEveryLeverItsPlace() {
        Advice advice = adviser.advise(CyclingFlow.riding().with("bike", SourcedAnswer.of(new Value.Choice("broken"))));

        assertEquals(
                Map.of(
                        "bus", LadderStep.State.LATER,
                        "repair", LadderStep.State.NOW,
                        "buy", LadderStep.State.NEXT,
                        "ride", LadderStep.State.LATER,
                        "stay", LadderStep.State.LATER),
                advice.ladder().stream().collect(Collectors.toMap(LadderStep::lever, LadderStep::state)));
        assertEquals(
                "Repair the bike",
                advice.rung(LadderStep.State.NOW).orElseThrow().label());
        assertEquals(
                "Take it to a workshop.",
                advice.rung(LadderStep.State.NOW).orElseThrow().text());
    }

    @Test
    void takesTheNextLeverFromTheRuleWhereItNamesOne() {
        Advice advice = adviser.advise(CyclingFlow.riding().with("bike", SourcedAnswer.of(new Value.Choice("none"))));

        assertEquals("ride", advice.rung(LadderStep.State.NEXT).orElseThrow().lever());
        assertEquals("not-for-this", advice.ladder().get(1).state().id());
    }

    @Test
    void skipsDoneAndUnfitLeversForTheNext() {
        Answers near = CyclingFlow.riding()
                .with("distance", SourcedAnswer.of(Value.Quantity.of(1)))
                .with("most_distance", SourcedAnswer.of(Value.Quantity.of(0)));

        Advice advice = adviser.advise(near);

        assertEquals("bus", advice.rung(LadderStep.State.NOW).orElseThrow().lever());
        assertEquals("ride", advice.rung(LadderStep.State.NEXT).orElseThrow().lever());
    }

    @Test
    void fillsUnknownValuesWithWordsThatStillRead() {
        Answers little = Answers.none()
                .with("distance", SourcedAnswer.of(Value.Quantity.of(30)))
                .with("most_distance", SourcedAnswer.of(Value.Quantity.of(20)));

        assertEquals(
                "Nobody rides 30 km, with unknown or {undeclared}.",
                adviser.advise(little)
                        .decision()
                        .orElseThrow()
                        .reasons()
                        .getFirst()
                        .text());
    }

    @Test
    void writesAnInfinitePaybackAsNever() {
        Answers free = CyclingFlow.riding()
                .with("fare", SourcedAnswer.of(Value.Quantity.of(0)))
                .with("likes_it", SourcedAnswer.of(new Value.YesNo(false)));

        assertEquals(
                "No. The bike pays back in never.",
                adviser.advise(free).decision().orElseThrow().headline());
    }

    @Test
    void readsNoPlaceholderInWhatPeopleEntered() {
        Answers odd =
                CyclingFlow.riding().with("obstacles", SourcedAnswer.of(new Value.Choices(List.of("theft", "{fare}"))));

        assertEquals(
                "Mind theft, {fare}.", adviser.advise(odd).findings().getFirst().text());
    }

    @Test
    void pointsOutFindingsThatSurelyHold() {
        assertTrue(adviser.advise(CyclingFlow.riding()).findings().isEmpty());
        Observation finding = adviser.advise(
                        CyclingFlow.riding().with("obstacles", SourcedAnswer.of(new Value.Choices(List.of("theft")))))
                .findings()
                .getFirst();

        assertEquals("Theft", finding.title());
        assertEquals("Mind theft.", finding.text());
        assertEquals("The bike book", finding.sources().getFirst().line());
    }

    @Test
    void explainsTheRuleAndWhatKeptTheOthersFromHolding() {
        Explanation why = adviser.advise(CyclingFlow.riding().with("bike", SourcedAnswer.of(new Value.Choice("none"))))
                .explanation();

        assertEquals("bikeless", why.rule());
        assertEquals(
                List.of("Bike: none", "Days: 4 days (asked for: under 2 days)"),
                why.tests().stream().map(Explanation.Tested::words).toList());
        assertEquals(
                List.of(Explanation.Outcome.HOLDS, Explanation.Outcome.FAILS),
                why.tests().stream().map(Explanation.Tested::outcome).toList());
        assertEquals(
                List.of("far", "soaked", "broken"),
                why.passed().stream().map(Explanation.Passed::rule).toList());
        assertEquals(
                List.of(
                        "Distance: 8 km; Most distance: 15 km (asked for: Distance over Most distance)",
                        "Obstacles: rain (asked for: “No shower”)",
                        "Bike: none (asked for: “Needs repair”)"),
                why.passed().stream()
                        .map(passed -> passed.because().getFirst().words())
                        .toList());
    }

    @Test
    void restsOnTheAnswersThatFiguresAreWorkedOutFrom() {
        Explanation why = adviser.advise(CyclingFlow.riding()
                        .with("fare", SourcedAnswer.of(Value.Quantity.of(0)))
                        .with("likes_it", SourcedAnswer.of(new Value.YesNo(false))))
                .explanation();

        assertEquals("dear", why.rule());
        assertEquals(
                List.of("distance", "days", "fare", "likes_it"),
                why.answers().stream().map(Evidence::fact).toList());
        assertEquals("never", why.figures().getFirst().value());
    }

    @Test
    void listsTheAssumptionsThatWereUsed() {
        Answers unsure = CyclingFlow.riding()
                .with("most_distance", new SourcedAnswer(Value.Quantity.of(20), true, null))
                .with("bike", new SourcedAnswer(new Value.Choice("broken"), true, null))
                .with("fare", new SourcedAnswer(Value.Quantity.of(4), true, null));

        assertEquals(
                List.of("Most distance: 20 km", "Bike: Needs repair"),
                adviser.advise(unsure).assumptions().stream()
                        .map(each -> each.label() + ": " + each.value())
                        .toList());
    }
}
