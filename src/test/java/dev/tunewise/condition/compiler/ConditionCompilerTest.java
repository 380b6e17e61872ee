package dev.tunewise.condition.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.condition.Compilation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.ConditionProblem;
import dev.tunewise.condition.Facts;
import dev.tunewise.condition.Sample;
import dev.tunewise.condition.Tristate;
import dev.tunewise.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCompilerTest {
    private static final Path RESOURCES = Path.of("src/test/resources/condition");

    @Test
    void saysInPlainWordsWhatIsWrong() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String text : Files.readAllLines(RESOURCES.resolve("wrong.txt"))) {
            Compilation compilation = Sample.terms().conditions().compile(text);
            Compilation.Refused refused = assertInstanceOf(Compilation.Refused.class, compilation, text);
            said.append(text).append('\n').append(Sample.render(refused.problems()));
        }
        Golden.check(RESOURCES.resolve("wrong-said.txt"), said.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guests < 20",
                "guests < 20.0",
                "20 > guests",
                "guests == 0",
                "guests != 0.5",
                "guests in [1, 2.5]",
                "guests * 2 + 1 > chairs / 3 - -4",
                "size(meals) == 0",
                "meals.size() > guests",
                "meals == []",
                "meals == ['lunch']",
                "'lunch' in meals",
                "!('lunch' in meals || outdoors)",
                "meals.all(m, m != 'snack')",
                "meals.exists_one(m, m == 'snack' || m == 'lunch')",
                "size(meals.filter(m, m != 'snack')) >= 2",
                "['lunch', 'dinner'].all(m, m in meals)",
                "diet == 'no-meat'",
                "diet in ['no-meat', 'no-animals']",
                "diet != (outdoors ? 'anything' : 'no-meat')",
                "(outdoors ? guests : chairs) > 3",
                "outdoors ? guests > 3 : diet == 'anything'",
                "outdoors == (guests > 3)",
                "outdoors == true",
                "town == 'anywhere'",
                "town.startsWith('Ber') || town.contains('x')",
                "warm_meal && feast && spare > 2",
                "true",
                "outdoors // with a remark",
                "cost > 12",
                "-guests < -3"
            })
    void compilesWhatFlowsWrite(String text) {
        assertInstanceOf(Compilation.Compiled.class, Sample.terms().conditions().compile(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "guests > 20 && outdoors                    ; outdoors=false           ; false",
                "guests > 20 && outdoors                    ; outdoors=true            ; needs guests",
                "guests > 20 || outdoors                    ; outdoors=true            ; true",
                "guests > 20 || outdoors                    ;                          ; needs guests, outdoors",
                "!(guests > 20) || outdoors                 ; guests=3                 ; true",
                "outdoors ? guests > 20 : diet == 'no-meat' ;                          ; needs outdoors",
                "outdoors ? guests > 20 : diet == 'no-meat' ; outdoors=false           ; needs diet",
                "(outdoors ? guests : chairs) > 3           ; outdoors=true            ; needs guests",
                "(outdoors ? guests : chairs) > 3           ; outdoors=true, guests=4  ; true",
                "guests > chairs                            ; guests=4                 ; needs chairs",
                "spare > 2                                  ; guests=4, chairs=7       ; true",
                "warm_meal && guests > 20                   ; meals=lunch              ; needs guests",
                "warm_meal && guests > 20                   ; meals=snack              ; false",
                "size(meals) == 0                           ; meals=                   ; true",
                "meals == ['lunch']                         ; meals=lunch              ; true",
                "meals == ['lunch']                         ; meals=lunch+snack        ; false",
                "meals.all(m, m != 'snack')                 ; meals=                   ; true",
                "['lunch', 'dinner'].exists(m, m in meals)  ; meals=dinner             ; true",
                "(outdoors || guests > 20) == true          ; guests=30                ; true",
                "town.startsWith('Ber')                     ; town=Bern                ; true",
                "cost > 12                                  ; cost=Infinity            ; true",
                "guests > 1000 || outdoors                  ;                          ; needs outdoors",
                "guests >= 0                                ;                          ; true",
                "guests > chairs                            ; guests=0                 ; false",
                "guests <= chairs                           ; guests=1                 ; true",
                "guests == chairs                           ; guests=600               ; false",
                "guests > chairs + 500                      ;                          ; needs guests, chairs",
                "guests > chairs + 1000                     ;                          ; false"
            })
    void saysTrueFalseOrWhatItNeeds(String text, String facts, String expected) {
        Tristate truth = Sample.compile(text).evaluate(Facts.parse(facts == null ? "" : facts));
        String said = switch (truth) {
            case Tristate.True() -> "true";
            case Tristate.False() -> "false";
            case Tristate.Needs(Set<String> needs) ->
                "needs "
                        + String.join(
                                ", ",
                                Sample.declarations().keySet().stream()
                                        .filter(needs::contains)
                                        .toList());
        };
        assertEquals(sorted(expected), sorted(said));
    }

    private static Set<String> sorted(String said) {
        return Set.of(said.replace("needs ", "").split(", "));
    }

    @Test
    void cutsAConditionIntoItsTests() {
        Condition condition =
                Sample.compile("feast && (diet == \"no-meat\" || guests >= 20.0 * 2 - chairs) && !outdoors");
        assertEquals(
                List.of(
                        "meals.exists(m, m in ['lunch', 'dinner'])",
                        "guests > 20",
                        "diet == 'no-meat'",
                        "guests >= 20 * 2 - chairs",
                        "outdoors"),
                condition.tests().stream().map(Condition.Test::text).toList());
        assertEquals(Set.of("meals", "guests", "diet", "chairs", "outdoors"), condition.facts());
        assertEquals(Set.of("lunch", "dinner"), condition.tests().get(0).choices());
        assertEquals(List.of(20.0), condition.tests().get(1).constants());
        assertEquals(List.of(), condition.tests().get(3).constants());
        assertEquals(OptionalDouble.of(33), condition.tests().get(3).boundary("guests", Map.of("chairs", 7.0)));
        assertEquals(OptionalDouble.empty(), condition.tests().get(4).boundary("outdoors", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"guests * 2 > 100, 50", "100 - guests >= 30, 70", "guests / 4 < 0.3, 1.2", "-guests < -3, 3"})
    void findsTheValueAtWhichATestTurns(String text, double constant) {
        assertEquals(List.of(constant), Sample.compile(text).tests().getFirst().constants());
    }

    @Test
    void reportsTermsWhereTheyAreAndConditionsOnThemNot() {
        assertEquals(Set.of("wrong"), Sample.terms().problems().keySet());
        assertInstanceOf(Compilation.Compiled.class, Sample.terms().conditions().compile("wrong && outdoors"));
        assertInstanceOf(Compilation.Compiled.class, Sample.terms().conditions().compile("vague > 3"));
    }

    @Test
    void namesTheWayRoundOfTermsThatNeedOneAnother() {
        CompiledTerms terms = ConditionCompiler.over(Sample.declarations())
                .withTerms(Map.of("hen", "egg && outdoors", "egg", "guests > 3 || hen", "farm", "hen && true"));
        List<ConditionProblem> problems =
                terms.problems().values().stream().flatMap(List::stream).toList();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("cycle", problems.getFirst().code());
        assertTrue(problems.getFirst().message().matches(".*(hen → egg → hen|egg → hen → egg)\\."));
    }

    @Test
    void pointsAtTheLineAndColumnOfATextOverSeveralLines() {
        Compilation compilation = Sample.terms().conditions().compile("outdoors &&\n  guests > 3 &&\n  gests > 3");
        ConditionProblem problem =
                ((Compilation.Refused) compilation).problems().getFirst();
        assertEquals(3, problem.line());
        assertEquals(3, problem.column());
    }

    @Test
    void givesEveryProblemOfACondition() {
        Compilation compilation = Sample.terms().conditions().compile("gests > 3 && diet == 'x' && outdoors > 1");
        assertEquals(
                List.of("unknown-fact", "unknown-choice", "condition-type"),
                ((Compilation.Refused) compilation)
                        .problems().stream().map(ConditionProblem::code).toList());
    }

    @Test
    void endlessNestingIsRefusedCalmly() {
        Compilation compilation = Sample.terms().conditions().compile("(".repeat(5000) + "outdoors" + ")".repeat(5000));
        assertInstanceOf(Compilation.Refused.class, compilation);
        assertFalse(((Compilation.Refused) compilation).problems().isEmpty());
    }
}
