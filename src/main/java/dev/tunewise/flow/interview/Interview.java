package dev.tunewise.flow.interview;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives what is needed next: a fact that the first undecided rule still needs, unless a later rule surely holds and recommends the same. Nothing
 * is remembered between calls, so a changed answer re-derives everything.
 */
public final class Interview {
    private final Flow flow;
    private final FigureCalculator figures;
    private final FigureInputs inputs;

    /** An interview along a flow whose figures are worked out by the given port. */
    public Interview(Flow flow, FigureCalculator figures) {
        this.flow = flow;
        this.figures = figures;
        this.inputs = new FigureInputs(flow);
    }

    public InterviewStatus standing(Answers answers) {
        return standing(new Facts(answers));
    }

    public InterviewStatus standing(Map<String, Object> answers) {
        return standing(answers, Set.of());
    }

    /** The same where nobody knows some of them, and a default stands in. */
    public InterviewStatus standing(Map<String, Object> answers, Set<String> assumed) {
        return standing(new Facts(answers, Map.of(), assumed));
    }

    private InterviewStatus standing(Facts facts) {
        InterviewStatus.@Nullable Open first = null;
        List<Rule> undecided = new ArrayList<>();
        for (Rule rule : flow.rules()) {
            Tristate truth =
                    first == null ? facts.evaluate(rule.when()) : rule.when().evaluate(facts.known);
            if (truth instanceof Tristate.Needs needs) {
                undecided.add(rule);
                first = first == null ? new InterviewStatus.Open(rule, facts.toAsk(needs.facts()), facts.known) : first;
            }
            if (truth.holds()) {
                boolean open = undecided.stream().anyMatch(each -> !recommendsTheSame(each, rule));
                List<String> barring = facts.toAsk(Lever.Exclusion.untold(flow, rule, facts.known));
                if (first == null && !barring.isEmpty()) {
                    return new InterviewStatus.Open(rule, barring, facts.known);
                }
                return first != null && open
                        ? first
                        : new InterviewStatus.Decided(rule, gateNeeds(rule, facts), facts.known);
            }
        }
        if (first != null) {
            return first;
        }
        return new InterviewStatus.DeadEnd(facts.known);
    }

    private static boolean recommendsTheSame(Rule one, Rule other) {
        return one.verdict().equals(other.verdict())
                && one.lever().equals(other.lever())
                && Objects.equals(one.next(), other.next());
    }

    /**
     * Every fact without an answer that can still change the outcome: those that an undecided rule needs, up to the first rule that surely
     * holds, and those that gates ask for on the way to a verdict still in reach; in the order in which they would be asked.
     */
    public List<String> open(Answers answers) {
        return open(new Facts(answers));
    }

    public List<String> open(Map<String, Object> answers) {
        return open(new Facts(answers, Map.of(), Set.of()));
    }

    private List<String> open(Facts facts) {
        List<InterviewStatus.Open> undecided = new ArrayList<>();
        boolean gates = false;
        for (Rule rule : flow.rules()) {
            Tristate truth = facts.evaluate(rule.when());
            gates |= !truth.fails() && flow.verdict(rule.verdict()).asksGates();
            if (truth instanceof Tristate.Needs needs) {
                undecided.add(new InterviewStatus.Open(rule, facts.toAsk(needs.facts()), facts.known));
            }
            if (truth.holds()) {
                undecided.removeIf(other -> recommendsTheSame(other.focus(), rule));
                undecided.add(new InterviewStatus.Open(
                        rule, facts.toAsk(Lever.Exclusion.untold(flow, rule, facts.known)), facts.known));
                break;
            }
        }
        Set<String> open = new LinkedHashSet<>();
        undecided.forEach(each -> open.addAll(each.needs()));
        if (gates) {
            open.addAll(gateNeeds(facts));
        }
        return List.copyOf(open);
    }

    /** The rules that can still decide, in their order: none of them fails yet, and none of them stands behind one that surely holds. */
    public List<Rule> possible(Answers answers) {
        Facts facts = new Facts(answers);
        List<Rule> possible = new ArrayList<>();
        for (Rule rule : flow.rules()) {
            Tristate truth = facts.evaluate(rule.when());
            if (!truth.fails()) {
                possible.add(rule);
            }
            if (truth.holds()) {
                break;
            }
        }
        return possible;
    }

    /** What conditions say with these answers, figures worked out where their inputs are there; for one thread. */
    public Function<Condition, Tristate> evaluator(Answers answers) {
        return new Facts(answers)::evaluate;
    }

    /** Raw values of the answers and of all figures that can be worked out from them. */
    public Map<String, Object> known(Answers answers) {
        Facts facts = new Facts(answers);
        facts.workOut(flow.figures().stream().map(Figure::id).collect(Collectors.toSet()));
        return facts.known;
    }

    /** The facts to ask before a condition can be told, first one first; empty where it can be told already. */
    public List<String> missing(Condition condition, Answers answers) {
        Facts facts = new Facts(answers);
        return facts.evaluate(condition) instanceof Tristate.Needs needs ? facts.toAsk(needs.facts()) : List.of();
    }

    private List<String> gateNeeds(Rule rule, Facts facts) {
        return flow.verdict(rule.verdict()).asksGates() ? gateNeeds(facts) : List.of();
    }

    private List<String> gateNeeds(Facts facts) {
        Set<String> needed = new LinkedHashSet<>();
        for (Gate gate : flow.gates()) {
            Condition met = gate.met();
            if (gate.asks() && met != null && facts.evaluate(met) instanceof Tristate.Needs needs) {
                needed.addAll(facts.toAsk(needs.facts()));
            }
        }
        return List.copyOf(needed);
    }

    /** Known values, to which figures are added when a condition asks for them. */
    private final class Facts {
        private final Map<String, Object> known;
        private final Map<String, Value.Quantity> ranges;
        private final Set<String> assumed;
        private boolean workedOut;

        Facts(Answers answers) {
            this(answers.raw(), answers.ranges(), answers.assumed());
        }

        Facts(Map<String, Object> answers, Map<String, Value.Quantity> ranges, Set<String> assumed) {
            known = new LinkedHashMap<>(answers);
            this.ranges = ranges;
            this.assumed = assumed;
        }

        Tristate evaluate(Condition condition) {
            Tristate truth = condition.evaluate(known);
            while (truth instanceof Tristate.Needs needs && workOut(needs.facts())) {
                truth = condition.evaluate(known);
            }
            return truth;
        }

        /** Works out the figures among the missing whose inputs are all there; says whether any came. */
        private boolean workOut(Set<String> missing) {
            if (workedOut || !anyReady(missing)) {
                return false;
            }
            workedOut = true;
            Map<String, Object> values =
                    figures.workOut(new FigureRequest(known, ranges, assumed, flow.excluded(known)));
            boolean came = false;
            for (Figure figure : flow.figures()) {
                Object value = values.get(figure.id());
                if (value != null && !known.containsKey(figure.id()) && inputs.isReady(figure, known)) {
                    known.put(figure.id(), value);
                    came = true;
                }
            }
            return came;
        }

        private boolean anyReady(Set<String> missing) {
            for (String id : missing) {
                if (flow.figure(id)
                        .filter(figure -> inputs.isReady(figure, known))
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        }

        /** The facts to ask for the missing ones: facts in the flow's order, then the inputs of figures in theirs. */
        List<String> toAsk(Set<String> missing) {
            Set<String> asked = new LinkedHashSet<>();
            missing.stream()
                    .filter(id -> flow.isFact(id))
                    .sorted(Comparator.comparing(flow::place))
                    .forEach(asked::add);
            flow.figures().stream()
                    .filter(figure -> missing.contains(figure.id()))
                    .forEach(figure -> asked.addAll(inputs.missing(figure, known)));
            return List.copyOf(asked);
        }
    }
}
