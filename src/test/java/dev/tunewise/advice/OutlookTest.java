package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Value;
import dev.tunewise.testing.CyclingFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private final Adviser adviser = new Adviser(CyclingFlow.flow(), CyclingFlow.figures());

    @Test
    void findsTheQuantityAtWhichAComparisonOfTwoFactsTips() {
        Flip flip = only(CyclingFlow.riding(), "distance", Flip.Kind.AT_LEAST);

        assertEquals("16 km", flip.atText());
        assertTrue(flip.exact());
        assertEquals("far", ((Flip.Result.Decides) flip.result()).rule());
        assertEquals(
                "14 km",
                only(CyclingFlow.riding(), "distance", Flip.Kind.AT_LEAST, 13).atText());
        assertEquals(
                "7 km",
                only(CyclingFlow.riding(), "most_distance", Flip.Kind.AT_MOST).atText());
    }

    @Test
    void narrowsDownTheQuantityAtWhichAFigureTips() {
        Answers dutiful = CyclingFlow.riding().with("likes_it", Given.of(new Value.YesNo(false)));

        Flip flip = only(dutiful, "fare", Flip.Kind.AT_MOST);

        // 600 / (4 * (fare - 0.4) * 52 / 12) = 24 at a fare of 1.8423
        assertEquals("$1.84", flip.atText());
        assertEquals("dear", ((Flip.Result.Decides) flip.result()).rule());
    }

    @Test
    void findsChoicesAndToggledChoices() {
        List<Flip> flips = adviser.outlook(CyclingFlow.riding()).flips();

        assertEquals(
                List.of("Needs repair", "none"),
                flips.stream()
                        .filter(flip -> flip.fact().equals("bike"))
                        .map(Flip::atText)
                        .sorted()
                        .toList());
        Flip shower = flips.stream()
                .filter(flip -> flip.fact().equals("obstacles"))
                .findFirst()
                .orElseThrow();
        assertEquals(Flip.Kind.WITH, shower.kind());
        assertEquals("No shower", shower.atText());
        assertEquals(new Value.Choices(List.of("rain", "no-shower")), shower.at());
    }

    @Test
    void saysSoWhenAChangeWouldOpenQuestions() {
        Answers tooFar = Answers.none()
                .with("distance", Given.of(Value.Quantity.of(30)))
                .with("most_distance", Given.of(Value.Quantity.of(20)));

        Flip flip = only(tooFar, "distance", Flip.Kind.AT_MOST);

        assertEquals("20 km", flip.atText());
        assertEquals(List.of("obstacles"), ((Flip.Result.Asks) flip.result()).facts());
        assertEquals(List.of("Obstacles"), ((Flip.Result.Asks) flip.result()).labels());
    }

    @Test
    void knowsWhichAssumptionsMatter() {
        Answers unsure = CyclingFlow.riding()
                .with("bike", new Given(new Value.Choice("good"), true, null))
                .with("likes_it", new Given(new Value.YesNo(true), true, null));

        Outlook outlook = adviser.outlook(unsure);

        assertTrue(outlook.matters("bike"));
        assertFalse(outlook.matters("likes_it"));
        assertTrue(outlook.flips().getFirst().assumed());
    }

    private Flip only(Answers answers, String fact, Flip.Kind kind) {
        List<Flip> found = adviser.outlook(answers).flips().stream()
                .filter(flip -> flip.fact().equals(fact) && flip.kind() == kind)
                .toList();
        assertEquals(1, found.size(), () -> fact + " " + kind + ": " + found);
        return found.getFirst();
    }

    private Flip only(Answers answers, String fact, Flip.Kind kind, double most) {
        return only(answers.with("most_distance", Given.of(Value.Quantity.of(most))), fact, kind);
    }
}
