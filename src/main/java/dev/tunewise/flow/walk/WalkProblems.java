package dev.tunewise.flow.walk;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.ProblemTexts;
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
            problems.add(ProblemTexts.warning("walk-given-up", maxQuestions, report.states()));
        }
        addDeadEnds(flow, report, problems);
        if (report.longest() > flow.maxQuestions()) {
            problems.add(ProblemTexts.error(
                    "too-many-questions",
                    maxQuestions,
                    report.longest(),
                    flow.maxQuestions(),
                    InterviewStep.text(report.longestWay())));
        }
        report.silent().forEach((id, silence) -> problems.add(silent(rule(flow, id), silence)));
        for (WalkReport.Idle idle : report.idle()) {
            problems.add(ProblemTexts.error(
                    "idle-question", rule(flow, idle.rule()).position(), idle.fact(), InterviewStep.text(idle.way())));
        }
        for (WalkReport.Idle twice : report.askedTwice()) {
            problems.add(ProblemTexts.error(
                    "asked-twice", rule(flow, twice.rule()).position(), twice.fact(), InterviewStep.text(twice.way())));
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
        problems.add(ProblemTexts.error(
                "dead-end",
                flow.rules().getLast().position(),
                count(report.deadEndCount()),
                count(report.interviews()),
                InterviewStep.text(shortest)));
    }

    private static Problem silent(Rule rule, WalkReport.Silence silence) {
        List<String> shadowers = silence.shadowers();
        if (shadowers.isEmpty()) {
            return ProblemTexts.error("rule-never-holds", rule.position(), rule.id());
        }
        String named = String.join("`, `", shadowers.subList(0, Math.min(MOST_SHADOWERS, shadowers.size())));
        int more = shadowers.size() - MOST_SHADOWERS;
        return ProblemTexts.error(
                shadowers.size() == 1 ? "rule-shadowed.one" : "rule-shadowed",
                rule.position(),
                rule.id(),
                "`" + named + "`" + (more > 0 ? " and " + more + " more" : ""));
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
                problems.add(ProblemTexts.warning(
                        fact.choices().isEmpty() ? "never-asked" : "never-asked.choices", fact.position(), fact.id()));
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
