package dev.tunewise.flow.walk;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.InterviewStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a walk found wrong with a flow, each fault at the rule or fact that causes it. */
public final class WalkProblems {
    private static final int MOST_SHADOWERS = 4;

    /** The faults of a flow. `maxQuestions`: where the flow says how many questions an interview may ask. */
    public static List<Problem> of(Flow flow, WalkReport report, Position maxQuestions) {
        List<Problem> problems = new ArrayList<>();
        if (!report.complete()) {
            problems.add(Problem.warning(
                    "walk-given-up",
                    maxQuestions,
                    "The flow has too many interviews to walk: given up after " + report.states() + " states.",
                    "Compare facts with fewer constants, or split the flow."));
        }
        addDeadEnds(flow, report, problems);
        if (report.longest() > flow.maxQuestions()) {
            problems.add(Problem.error(
                    "too-many-questions",
                    maxQuestions,
                    "An interview can ask " + report.longest() + " questions, and " + flow.maxQuestions()
                            + " are allowed: " + InterviewStep.text(report.longestWay()) + ".",
                    "Let a rule decide earlier, or raise `max_questions`."));
        }
        report.silent().forEach((id, silence) -> problems.add(silent(rule(flow, id), silence)));
        for (WalkReport.Idle idle : report.idle()) {
            problems.add(Problem.error(
                    "idle-question",
                    rule(flow, idle.rule()).position(),
                    "For this rule `" + idle.fact() + "` is asked although no answer changes the result, after "
                            + InterviewStep.text(idle.way()) + ".",
                    "Remove it from the condition, or put what settles the rule without it in front."));
        }
        for (WalkReport.Idle twice : report.askedTwice()) {
            problems.add(Problem.error(
                    "asked-twice",
                    rule(flow, twice.rule()).position(),
                    "`" + twice.fact() + "` is asked again although it is known, after "
                            + InterviewStep.text(twice.way()) + ".",
                    "Report this: conditions must not need facts that are known."));
        }
        if (report.complete()) {
            addNeverAsked(flow, report, problems);
        }
        return problems;
    }

    private static void addDeadEnds(Flow flow, WalkReport report, List<Problem> problems) {
        if (report.deadEnds().isEmpty()) {
            return;
        }
        List<InterviewStep> shortest = report.deadEnds().stream()
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
        problems.add(Problem.error(
                "dead-end",
                flow.rules().getLast().position(),
                "No rule holds in " + count(report.deadEndCount()) + " of " + count(report.interviews())
                        + " interviews, for example after " + InterviewStep.text(shortest) + ".",
                "End the rules with one that always holds: `when: \"true\"`."));
    }

    private static Problem silent(Rule rule, WalkReport.Silence silence) {
        List<String> shadowers = silence.shadowers();
        if (shadowers.isEmpty()) {
            return Problem.error(
                    "rule-never-holds",
                    rule.position(),
                    "No answers make the rule `" + rule.id() + "` hold.",
                    "Look for parts of its condition that exclude each other.");
        }
        String named = String.join("`, `", shadowers.subList(0, Math.min(MOST_SHADOWERS, shadowers.size())));
        String more = shadowers.size() > MOST_SHADOWERS ? " and " + (shadowers.size() - MOST_SHADOWERS) + " more" : "";
        return Problem.error(
                "rule-shadowed",
                rule.position(),
                "The rule `" + rule.id() + "` never decides: wherever it holds, "
                        + (shadowers.size() == 1
                                ? "the rule `" + named + "` above it holds too."
                                : "rules above it decide: `" + named + "`" + more + "."),
                "Move it up, narrow what is above it, or remove it.");
    }

    private static void addNeverAsked(Flow flow, WalkReport report, List<Problem> problems) {
        FlowPredicates tests = new FlowPredicates(flow);
        Set<String> steering = new HashSet<>();
        flow.facts().stream()
                .map(Fact::id)
                .filter(id -> !tests.on(id).isEmpty())
                .forEach(steering::add);
        for (Fact fact : flow.facts()) {
            if (steering.contains(fact.id()) && !report.asked().contains(fact.id())) {
                problems.add(Problem.warning(
                        "never-asked",
                        fact.position(),
                        "No interview asks for `" + fact.id() + "`, though rules or gates test it"
                                + (fact.choices().isEmpty() ? "." : "; none of its choices is ever reached."),
                        "The tests on it never matter; remove them, or narrow the rules above."));
            }
        }
    }

    private static Rule rule(Flow flow, String id) {
        return flow.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A count of interviews, rounded where it is huge. */
    public static String count(double count) {
        if (count < 1e6) {
            return String.format(Locale.ROOT, "%,d", (long) count);
        }
        return count < 1e15
                ? String.format(
                        Locale.ROOT,
                        "about %,d",
                        new BigDecimal(count).round(new MathContext(2)).longValue())
                : "more than 10^15";
    }
}
