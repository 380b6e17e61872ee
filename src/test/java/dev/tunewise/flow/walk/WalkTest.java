package dev.tunewise.flow.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.PlainWalk;
import dev.tunewise.flow.Rule;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.flowfile.WalkCheck;
import dev.tunewise.testing.FlowEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalkTest {

    @Test
    void findsNothingWrongWithTheSmallFlow() {
        Flow flow = FlowEdits.backupPlan().flow();
        WalkReport report = Walk.of(flow);
        assertTrue(report.complete());
        assertEquals(6, report.fired().size());
        assertEquals(
                Set.of("kinds", "gigabytes", "may_leave", "upload", "provider", "budget", "changes", "encrypted"),
                report.asked());
        assertEquals(8, report.longest());
        assertEquals(List.of(), problems(""));
    }

    @Test
    void countsWhatAWalkWithoutShortcutsCounts() {
        for (String edits : List.of("", NO_LAST_RULE, """
                @flow.yaml
                -    when: "gigabytes == 0"
                +    when: "gigabytes == 0 || size(kinds) > 2 && gigabytes > 10 * upload"
                """)) {
            Flow flow = FlowEdits.loaded(edits).flow();
            WalkReport report = Walk.of(flow);
            PlainWalk plain = new PlainWalk(flow);
            assertEquals(plain.interviews(), report.interviews(), edits);
            assertEquals(plain.deadEnds(), report.deadEndCount(), edits);
            assertEquals(plain.longest(), report.longest(), edits);
            assertEquals(plain.fired(), report.fired(), edits);
            assertTrue(report.states() < report.interviews() / 4, "indistinguishable states are walked once");
        }
    }

    private static final String NO_LAST_RULE = """
            @flow.yaml
            -    when: "true"
            +    when: "upload > 5"
            """;

    @Test
    void namesADeadEnd() {
        assertEquals("""
                flow.yaml:94:5: error [dead-end] No rule holds in 418 of 1,777 interviews, for example after kinds = none, gigabytes = 1, may_leave = yes, upload = 0.
                      - id: upload
                        ^
                    End the rules with one that always holds: `when: "true"`.
                """, Problems.render(problems(NO_LAST_RULE)));
    }

    @Test
    void namesTheRuleThatShadowsAnother() {
        assertEquals("""
                flow.yaml:74:5: error [rule-shadowed] The rule `nothing-stays` never decides: wherever it holds, the rule `nothing-there` above it holds too.
                      - id: nothing-stays
                        ^
                    Move it up, narrow what is above it, or remove it.
                """, Problems.render(problems(added("nothing-stays", "gigabytes < 1 && !may_leave"))));
    }

    @Test
    void namesTheFactsThatNobodyIsAskedForASilentRule() {
        List<Problem> problems = problems("""
                @flow.yaml
                -gates:
                +  - {id: last, when: "disks == 3", verdict: disk, lever: leave, because: [{id: x, cite: [survey]}]}
                +gates:
                @texts/en.yaml
                -gates:
                +  last: {headline: Last., because: {x: X.}}
                +gates:
                """);
        assertEquals(
                """
                flow.yaml:40:3: warning [never-asked] No interview asks for `disks`, though rules or gates test it.
                      disks: {type: quantity, topic: money, unit: disks, min: 0, max: 100, whole: true, assume: 0}
                      ^
                    The tests on it never matter; remove them, or narrow the rules above.

                flow.yaml:101:5: error [rule-shadowed] The rule `last` never decides: wherever it holds, the rule `upload` above it holds too.
                      - {id: last, when: "disks == 3", verdict: disk, lever: leave, because: [{id: x, cite: [survey]}]}
                        ^
                    Move it up, narrow what is above it, or remove it.
                """,
                Problems.render(problems.stream()
                        .sorted((a, b) -> a.position().compareTo(b.position()))
                        .toList()));
    }

    @Test
    void namesTheRulesThatShadowOneTogether() {
        List<Problem> problems = problems("""
                @flow.yaml
                -  - id: too-slow
                +  - {id: either, when: "gigabytes == 0 || !may_leave", verdict: disk, lever: leave, because: [{id: x, cite: [survey]}]}
                +  - id: too-slow
                @texts/en.yaml
                -  too-slow:
                +  either: {headline: Either., because: {x: X.}}
                +  too-slow:
                """);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(
                "The rule `either` never decides: wherever it holds, rules above it decide: `only-scratch`, `nothing-there`,"
                        + " `must-stay`.",
                problems.getFirst().message());
    }

    @Test
    void tellsARuleThatCanNeverHold() {
        List<Problem> problems = problems(added("contrary", "upload > 3000 && upload < 1000"));
        assertEquals(
                List.of("rule-never-holds", "idle-question"),
                problems.stream().map(Problem::code).toList());
        assertTrue(problems.getFirst().message().contains("`contrary`"));
    }

    @Test
    void findsAQuestionWhoseAnswerChangesNothing() {
        List<Problem> problems = problems(added("any-price", "!small && (price > 3 || price <= 3)"));
        Problem idle = problems.stream()
                .filter(problem -> problem.code().equals("idle-question"))
                .findFirst()
                .orElseThrow();
        assertTrue(idle.message().startsWith("For this rule `price` is asked although no answer changes the result"));
        assertEquals(74, idle.position().line());
    }

    @Test
    void takesFactsOfAFigureToMatterAsLongAsTheFigureDoes() {
        List<Problem> problems = problems("""
                @flow.yaml
                -    when: "precious && (months_until_full < 1 || tier == 'cold')"
                +    when: "precious && (months_until_full < 1 || months_until_full >= 1)"
                """);
        assertEquals(
                Set.of("provider", "budget"),
                Set.copyOf(problems.stream()
                        .filter(problem -> problem.code().equals("idle-question"))
                        .map(problem -> problem.message().split("`")[1])
                        .toList()));
    }

    @Test
    void tellsInterviewsThatAskTooMuch() {
        List<Problem> problems = problems("""
                @flow.yaml
                -max_questions: 9
                +max_questions: 7
                """);
        assertEquals(1, problems.size());
        assertEquals("too-many-questions", problems.getFirst().code());
        assertEquals("max_questions: 7", problems.getFirst().sourceLine());
        assertTrue(problems.getFirst()
                .message()
                .startsWith("An interview can ask 8 questions, and 7 are allowed: kinds = "));
    }

    @Test
    void triesBothSidesOfEveryBoundary() {
        Flow flow = FlowEdits.backupPlan().flow();
        BoundaryValues boundaries = new BoundaryValues(flow, new FlowPredicates(flow));
        assertEquals(
                List.of(0.0, 1.0, 99.0, 100.0, 101.0, 200.0, 7300.0),
                boundaries.values("gigabytes", Map.of()).stream()
                        .filter(value -> (Double) value < 50_000)
                        .toList());
        List<Object> uploads = boundaries.values("upload", Map.of("gigabytes", 3650.0));
        assertTrue(uploads.containsAll(List.of(9.0, 10.0, 11.0)), uploads::toString);
        List<Object> full = boundaries.values("months_until_full", Map.of());
        assertEquals(List.of(0.0, 1.0, 2.0, Double.POSITIVE_INFINITY), full);
        assertTrue(boundaries.values("provider", Map.of()).containsAll(List.of("unknown", "another-entry")));
    }

    @Test
    void triesOneSetOfChoicesForEachCombinationOfOutcomes() {
        Flow flow = FlowEdits.backupPlan().flow();
        List<Object> kinds = new BoundaryValues(flow, new FlowPredicates(flow)).values("kinds", Map.of());
        assertEquals(
                List.of(List.of(), List.of("photos"), List.of("scratch")),
                kinds.stream()
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList());
    }

    @Test
    void givesUpOnFlowsThatAreTooLarge() {
        Flow flow = FlowEdits.backupPlan().flow();
        WalkReport report = Walk.of(flow, 5);
        assertFalse(report.complete());
        assertEquals(Map.of(), report.silent());
        List<Problem> problems =
                WalkProblems.of(flow, report, flow.rules().getFirst().position());
        assertEquals("walk-given-up", problems.getFirst().code());
    }

    @Test
    void findsAFactThatIsAskedAgainAlthoughItIsKnown() {
        Flow flow = FlowEdits.backupPlan().flow();
        Rule first = flow.rules().getFirst();
        List<Rule> rules = new ArrayList<>(flow.rules());
        rules.set(
                0,
                new Rule(
                        first.id(),
                        new Forgetful(),
                        first.verdict(),
                        first.lever(),
                        first.next(),
                        false,
                        List.of(),
                        first.because(),
                        first.position()));
        Flow broken = new Flow(
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                flow.topics(),
                flow.facts(),
                flow.figures(),
                flow.verdicts(),
                flow.levers(),
                rules,
                flow.gates(),
                flow.findings(),
                flow.sources(),
                flow.synonyms(),
                flow.glossary(),
                flow.texts(),
                flow.maxQuestions(),
                List.of(),
                List.of(),
                Map.of(),
                Guidance.NONE,
                Expectations.NONE,
                Flow.Controls.NONE);
        List<Problem> problems = WalkProblems.of(broken, Walk.of(broken), first.position());
        assertTrue(problems.stream().anyMatch(problem -> problem.code().equals("asked-twice")), problems::toString);
    }

    /** A condition that always needs the same fact. */
    private record Forgetful() implements Condition {
        @Override
        public String text() {
            return "forgetful";
        }

        @Override
        public Set<String> facts() {
            return Set.of("kinds");
        }

        @Override
        public Tristate evaluate(Map<String, Object> known) {
            return new Tristate.Needs(facts());
        }

        @Override
        public List<Test> tests() {
            return List.of(new Test("forgetful", this, List.of(), Set.of(), null));
        }

        @Override
        public BooleanTree shape() {
            return new BooleanTree.Leaf(tests().getFirst());
        }
    }

    /** Edits that add a rule after `nothing-there`. */
    private static String added(String id, String when) {
        return """
                @flow.yaml
                -  - id: must-stay
                +  - id: NEW
                +    when: "WHEN"
                +    verdict: disk
                +    lever: leave
                +    because: [{id: x, cite: [survey]}]
                +  - id: must-stay
                @texts/en.yaml
                -  must-stay: {headline: Keep it in the house., because: {house-rule: The rule says so.}}
                +  NEW: {headline: New., because: {x: X.}}
                +  must-stay: {headline: Keep it in the house., because: {house-rule: The rule says so.}}
                """.replace("NEW", id).replace("WHEN", when);
    }

    private static List<Problem> problems(String edits) {
        FlowLoadResult.Loaded loaded = FlowEdits.loaded(edits);
        return WalkCheck.problems(loaded.flow(), loaded.origins(), Walk.of(loaded.flow()));
    }
}
