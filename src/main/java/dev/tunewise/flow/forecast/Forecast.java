package dev.tunewise.flow.forecast;

import dev.tunewise.flow.Expectations.Prior;
import dev.tunewise.flow.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers so far lean to.
 *
 * @param rule the rule that most likely decides, among those with the likeliest recommendation
 * @param probability that this recommendation stands once everything is known, 0 to 1
 * @param verdictProbability that at least its verdict stands, 0 to 1
 * @param certain whether a rule decides whatever the open facts are
 * @param steps what may come first, the likeliest first: the shares of all levers add up to 1
 * @param questions the open facts that can change the recommendation, the one most worth asking first
 * @param typical raw values that the open facts most likely have where the recommendation stands
 */
public record Forecast(
        Rule rule,
        double probability,
        double verdictProbability,
        boolean certain,
        List<Step> steps,
        List<OpenQuestion> questions,
        Map<String, Object> typical) {
    /** So likely a recommendation must be to be given although something is open. */
    public static final double SURE = 0.97;

    /** So likely it must be where its verdict is sure and no question would tell more. */
    private static final double NEARLY = 0.85;

    /** From here on a recommendation is named: over simulated teams such ones are right three times in five, the others one in three. */
    public static final double NAMED = 0.4;

    /** More likely than not. */
    public static final double LIKELY = 0.5;

    /** What was said tells a team from others where so large a share of them goes another way. */
    private static final double TELLING = 0.12;

    /** Says whether nothing that is open can change the recommendation by more than the tie. */
    public boolean conclusive() {
        double change = questions.stream().mapToDouble(OpenQuestion::change).sum();
        boolean settled = verdictProbability >= SURE && probability >= NEARLY && change <= 1 - SURE;
        return certain || probability >= SURE || settled || questions.isEmpty();
    }

    /** What is recommended as things stand. */
    public Conclusion leaning() {
        return Conclusion.of(rule);
    }

    /** Says whether it goes noticeably other ways than another one. */
    public boolean differs(Forecast other) {
        double differing = steps.stream()
                .mapToDouble(step -> Math.max(0, step.probability() - other.share(step.lever())))
                .sum();
        return differing >= TELLING;
    }

    private double share(String lever) {
        return steps.stream()
                .filter(step -> step.lever().equals(lever))
                .mapToDouble(Step::probability)
                .sum();
    }

    /** The question about a fact, where it can change the recommendation. */
    public Optional<OpenQuestion> question(String fact) {
        return questions.stream()
                .filter(question -> question.fact().equals(fact))
                .findFirst();
    }

    /**
     * A step that may come first.
     *
     * @param lever id of the lever to pull
     * @param probability that it is the one to pull now once everything is known, 0 to 1
     */
    public record Step(String lever, double probability) {}

    /**
     * @param change by how much knowing it is expected to raise the chance of the right recommendation, 0 to 1
     * @param worth what asking is worth for the effort of answering; only good for comparing
     * @param leads where its answers lead, in the order of the priors
     */
    public record OpenQuestion(String fact, double change, double worth, List<Lead> leads) {}

    /**
     * Where one answer leads.
     *
     * @param answer the answer, or the quantities between two
     * @param rule the rule that most likely decides after it
     * @param probability of its recommendation after that answer, 0 to 1
     */
    public record Lead(Prior.Span answer, Rule rule, double probability) {}
}
