package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Interview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks all interviews of a flow over the values that its tests can tell apart. Every question comes from {@link Interview}, the same that asks
 * people; figures are not worked out but take a value on either side of each test on them, infinity included. States that nothing ahead can tell
 * apart are walked once.
 */
public final class Walk {
    private static final int MOST_STATES = 250_000;
    private static final int MOST_WAYS = 40;

    /** Walks a flow. Takes well under a second for some forty rules. */
    public static WalkReport of(Flow flow) {
        return of(flow, MOST_STATES);
    }

    /** Walks a flow, giving up beyond a number of states. `mostStates`: at least 1. */
    public static WalkReport of(Flow flow, int mostStates) {
        Walker walker = new Walker(flow, mostStates);
        Walker.Node root = walker.walk(Map.of());
        Set<String> fired = new LinkedHashSet<>();
        root.rules().stream().forEach(i -> fired.add(flow.rules().get(i).id()));
        return new WalkReport(
                root.interviews(),
                walker.states(),
                root.longest(),
                walker.longestWay(root),
                fired,
                walker.asked(),
                walker.deadEnds(),
                root.deadEnds(),
                walker.isComplete() ? silent(flow, fired, walker) : Map.of(),
                walker.idle(),
                walker.askedTwice(),
                walker.isComplete());
    }

    /** For each rule that never decides, the rules that decide where it holds. */
    private static Map<String, WalkReport.Silence> silent(Flow flow, Set<String> fired, Walker walker) {
        Map<String, WalkReport.Silence> silent = new LinkedHashMap<>();
        for (Rule rule : flow.rules()) {
            if (fired.contains(rule.id())) {
                continue;
            }
            List<Map<String, Object>> ways = ways(new BoundaryValues(flow, new FlowPredicates(flow)), rule.when());
            Set<String> shadowers = new LinkedHashSet<>();
            for (Map<String, Object> way : ways) {
                walker.walk(way).rules().stream()
                        .forEach(i -> shadowers.add(flow.rules().get(i).id()));
            }
            if (!shadowers.contains(rule.id())) {
                List<String> always = impliedBy(ways, flow, rule);
                silent.put(rule.id(), new WalkReport.Silence(always.isEmpty() ? inOrder(flow, shadowers) : always));
            }
        }
        return silent;
    }

    /** The first rule above another that holds in all the ways in which the other does, as a list of one or none. */
    private static List<String> impliedBy(List<Map<String, Object>> ways, Flow flow, Rule rule) {
        return flow.rules().subList(0, flow.rules().indexOf(rule)).stream()
                .filter(above -> !ways.isEmpty()
                        && ways.stream().allMatch(way -> above.when().holds(way)))
                .map(Rule::id)
                .limit(1)
                .toList();
    }

    private static List<String> inOrder(Flow flow, Set<String> ids) {
        List<String> ordered = new ArrayList<>();
        flow.rules().stream().map(Rule::id).filter(ids::contains).forEach(ordered::add);
        return ordered;
    }

    /** Some ways in which a condition holds, over the values worth trying. */
    private static List<Map<String, Object>> ways(BoundaryValues boundaries, Condition condition) {
        List<Map<String, Object>> found = new ArrayList<>();
        find(boundaries, condition, new LinkedHashMap<>(), found);
        return found;
    }

    private static void find(
            BoundaryValues boundaries,
            Condition condition,
            Map<String, Object> facts,
            List<Map<String, Object>> found) {
        if (found.size() >= MOST_WAYS) {
            return;
        }
        switch (condition.evaluate(facts)) {
            case Tristate.True() -> found.add(Map.copyOf(facts));
            case Tristate.False() -> {}
            case Tristate.Needs(var open) ->
                open.stream()
                        .filter(id -> !facts.containsKey(id))
                        .sorted()
                        .findFirst()
                        .ifPresent(id -> {
                            for (Object value : boundaries.values(id, facts)) {
                                facts.put(id, value);
                                find(boundaries, condition, facts, found);
                                facts.remove(id);
                            }
                        });
        }
    }
}
