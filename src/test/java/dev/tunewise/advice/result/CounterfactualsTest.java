package dev.tunewise.advice.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Adviser;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.CyclingFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {
    private final Adviser adviser = new Adviser(CyclingFlow.flow(), CyclingFlow.figures());

    @Test
    void findsTheQuantityAtWhichAComparisonOfTwoFactsTips() {
        Counterfactual flip = only(CyclingFlow.riding(), "distance", Counterfactual.Kind.AT_LEAST);

        assertEquals("16 km", flip.atText());
        assertTrue(flip.exact());
        assertEquals("far", ((Counterfactual.Result.Decides) flip.result()).rule());
        assertEquals(
                "14 km",
                only(CyclingFlow.riding(), "distance", Counterfactual.Kind.AT_LEAST, 13)
                        .atText());
        assertEquals(
                "7 km",
                only(CyclingFlow.riding(), "most_distance", Counterfactual.Kind.AT_MOST)
                        .atText());
    }

    @Test
    void narrowsDownTheQuantityAtWhichAFigureTips() {
        Answers dutiful = CyclingFlow.riding().with("likes_it", SourcedAnswer.of(new Value.YesNo(false)));

        Counterfactual flip = only(dutiful, "fare", Counterfactual.Kind.AT_MOST);

        // 600 / (4 * (fare - 0.4) * 52 / 12) = 24 at a fare of 1.8423
        assertEquals("$1.84", flip.atText());
        assertEquals("dear", ((Counterfactual.Result.Decides) flip.result()).rule());
    }

    @Test
    void findsChoicesAndToggledChoices() {
        List<Counterfactual> flips = adviser.outlook(CyclingFlow.riding()).flips();

        assertEquals(
                List.of("Needs repair", "none"),
                flips.stream()
                        .filter(flip -> flip.fact().equals("bike"))
                        .map(Counterfactual::atText)
                        .sorted()
                        .toList());
        Counterfactual shower = flips.stream()
                .filter(flip -> flip.fact().equals("obstacles"))
                .findFirst()
                .orElseThrow();
        assertEquals(Counterfactual.Kind.WITH, shower.kind());
        assertEquals("No shower", shower.atText());
        assertEquals(new Value.Choices(List.of("rain", "no-shower")), shower.at());
    }

    @Test
    void saysSoWhenAChangeWouldOpenQuestions() {
        Answers tooFar = Answers.none()
                .with("distance", SourcedAnswer.of(Value.Quantity.of(30)))
                .with("most_distance", SourcedAnswer.of(Value.Quantity.of(20)));

        Counterfactual flip = only(tooFar, "distance", Counterfactual.Kind.AT_MOST);

        assertEquals("20 km", flip.atText());
        assertEquals(List.of("obstacles"), ((Counterfactual.Result.Asks) flip.result()).facts());
        assertEquals(List.of("Obstacles"), ((Counterfactual.Result.Asks) flip.result()).labels());
    }

    @Test
    void knowsWhichAssumptionsMatter() {
        Answers unsure = CyclingFlow.riding()
                .with("bike", new SourcedAnswer(new Value.Choice("good"), true, null))
                .with("likes_it", new SourcedAnswer(new Value.YesNo(true), true, null));

        Counterfactuals outlook = adviser.outlook(unsure);

        assertTrue(outlook.matters("bike"));
        assertFalse(outlook.matters("likes_it"));
        assertTrue(outlook.flips().getFirst().assumed());
    }

    private Counterfactual only(Answers answers, String fact, Counterfactual.Kind kind) {
        List<Counterfactual> found = adviser.outlook(answers).flips().stream()
                .filter(flip -> flip.fact().equals(fact) && flip.kind() == kind)
                .toList();
        assertEquals(1, found.size(), () -> fact + " " + kind + ": " + found);
        return found.getFirst();
    }

    private Counterfactual only(Answers answers, String fact, Counterfactual.Kind kind, double most) {
        return only(answers.with("most_distance", SourcedAnswer.of(Value.Quantity.of(most))), fact, kind);
    }
}
