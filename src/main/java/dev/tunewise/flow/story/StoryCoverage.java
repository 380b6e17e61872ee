package dev.tunewise.flow.story;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.InterviewStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which rules, choices and boundaries the stories of a flow reach. A choice is reached when a question is answered by it; a boundary is a number
 * compared in a rule, reached when stories stand on both sides of it.
 */
public record StoryCoverage(Part rules, Part choices, Part boundaries) {
    /** One kind of thing to reach. `missed`: those that no story reaches. */
    public record Part(int total, List<Missed> missed) {
        public int reached() {
            return total - missed.size();
        }
    }

    /** Something that no story reaches. `position`: where it stands. */
    public record Missed(Position position, String text) {}

    /**
     * The coverage of a flow by stories.
     *
     * @param askable facts that some interview asks, as a walk finds them; the choices of others cannot be reached
     * @param choicePlace where a choice of a fact stands, given both ids
     */
    public static StoryCoverage of(
            Flow flow, List<StoryResult> results, Set<String> askable, BiFunction<Fact, String, Position> choicePlace) {
        List<Fact> facts = flow.facts().stream()
                .filter(fact -> askable.contains(fact.id()))
                .toList();
        return new StoryCoverage(rules(flow, results), choices(facts, results, choicePlace), boundaries(flow, results));
    }

    private static Part rules(Flow flow, List<StoryResult> results) {
        List<Missed> missed = new ArrayList<>();
        for (Rule rule : flow.rules()) {
            if (results.stream()
                    .noneMatch(result -> result.rule().filter(rule::equals).isPresent())) {
                missed.add(new Missed(rule.position(), "rule `" + rule.id() + "`"));
            }
        }
        return new Part(flow.rules().size(), missed);
    }

    private static Part choices(
            List<Fact> facts, List<StoryResult> results, BiFunction<Fact, String, Position> choicePlace) {
        List<Missed> missed = new ArrayList<>();
        int total = 0;
        for (Fact fact : facts) {
            List<Object> all = fact.type() == FactType.YES_NO ? List.of(true, false) : List.copyOf(fact.choices());
            total += all.size();
            for (Object choice : all) {
                if (results.stream().noneMatch(result -> reaches(result, fact.id(), choice))) {
                    missed.add(new Missed(
                            choicePlace.apply(fact, String.valueOf(choice)),
                            "`" + fact.id() + "` answered by " + InterviewStep.text(choice)));
                }
            }
        }
        return new Part(total, missed);
    }

    private static boolean reaches(StoryResult result, String fact, Object choice) {
        Object answered = result.asked().contains(fact) || !result.story().say().isEmpty()
                ? result.answers().raw().get(fact)
                : null;
        return answered instanceof List<?> several ? several.contains(choice) : choice.equals(answered);
    }

    private static Part boundaries(Flow flow, List<StoryResult> results) {
        Map<String, Condition.Test> tests = new LinkedHashMap<>();
        Map<String, Rule> users = new LinkedHashMap<>();
        for (Rule rule : flow.rules()) {
            for (Condition.Test test : rule.when().tests()) {
                if (test.balance() != null) {
                    tests.putIfAbsent(test.text(), test);
                    users.putIfAbsent(test.text(), rule);
                }
            }
        }
        List<Missed> missed = new ArrayList<>();
        tests.forEach((text, test) -> {
            boolean holds = false;
            boolean fails = false;
            for (StoryResult result : results) {
                Tristate truth = test.condition().evaluate(result.standing().known());
                holds |= truth.holds();
                fails |= truth.fails();
            }
            if (!holds || !fails) {
                String never = !holds && !fails ? "never told" : holds ? "never false" : "never true";
                Rule rule = users.get(text);
                missed.add(new Missed(
                        rule == null ? flow.rules().getFirst().position() : rule.position(),
                        "`" + text + "` is " + never));
            }
        });
        return new Part(tests.size(), missed);
    }
}
