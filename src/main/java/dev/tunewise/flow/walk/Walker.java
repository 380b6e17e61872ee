package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.InterviewStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk: visits states depth first and remembers each by its outlook. Not thread-safe. */
public final class Walker {
    private static final int MOST_EXAMPLES = 20;

    private final Flow flow;
    private final int mostStates;
    private final ResidualConditions outlook;
    private final BoundaryValues boundaries;
    private final Relevance relevance;
    private final FigureInputs inputs;
    private final Interview interview;
    private final Map<ResidualConditions.Key, Node> visited = new HashMap<>();
    private final Deque<InterviewStep> way = new ArrayDeque<>();
    private final Map<String, Object> known = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<List<InterviewStep>> deadEnds = new ArrayList<>();
    private final Map<String, WalkReport.Idle> idle = new LinkedHashMap<>();
    private final Map<String, WalkReport.Idle> askedTwice = new LinkedHashMap<>();
    private boolean figureIsReady;
    private boolean complete = true;

    public Walker(Flow flow, int mostStates) {
        this.flow = flow;
        this.mostStates = mostStates;
        this.outlook = new ResidualConditions(flow);
        this.boundaries = new BoundaryValues(flow, new FlowPredicates(flow));
        this.relevance = new Relevance(flow);
        this.inputs = new FigureInputs(flow);
        // Figures are not worked out here: that one could be tells the walk to try its values.
        this.interview = new Interview(flow, _ -> {
            figureIsReady = true;
            return Map.of();
        });
    }

    /**
     * All interviews from one state on.
     *
     * @param result names what these interviews can come to; equal for states from which the same answers lead to the same results
     * @param deadEnds how many of them end without a rule
     * @param longest the most questions that any of them asks
     * @param rules indices of the rules that decide some of them
     * @param onLongest the answer after which the longest goes on, or null at the end
     * @param next the state after that answer, or null at the end
     */
    record Node(
            int result,
            double interviews,
            double deadEnds,
            int longest,
            BitSet rules,
            @Nullable InterviewStep onLongest,
            @Nullable Node next) {}

    /** Walks from a state in which some facts are known. */
    public Node walk(Map<String, Object> start) {
        known.clear();
        way.clear();
        known.putAll(start);
        start.forEach((fact, value) -> way.addLast(new InterviewStep(fact, value)));
        return visit(outlook.of(known));
    }

    private Node visit(ResidualConditions.Key key) {
        Node before = visited.get(key);
        if (before != null) {
            return before;
        }
        if (visited.size() >= mostStates) {
            complete = false;
            return new Node(relevance.unknown(), 1, 0, 0, new BitSet(), null, null);
        }
        figureIsReady = false;
        InterviewStatus standing = interview.standing(known);
        Optional<String> figure = figureIsReady ? readyFigure(standing) : Optional.empty();
        Node node = figure.isPresent() ? branch(figure.get(), standing, true) : node(standing);
        visited.put(key, node);
        return node;
    }

    private Node node(InterviewStatus standing) {
        List<String> asks = standing.asks();
        if (!asks.isEmpty()) {
            return question(asks.getFirst(), standing);
        }
        BitSet rules = new BitSet();
        if (standing instanceof InterviewStatus.Decided decided) {
            int rule = flow.rules().indexOf(decided.rule());
            rules.set(rule);
            return new Node(relevance.decided(rule), 1, 0, 0, rules, null, null);
        }
        if (deadEnds.size() < MOST_EXAMPLES) {
            deadEnds.add(List.copyOf(way));
        }
        return new Node(relevance.deadEnd(), 1, 1, 0, rules, null, null);
    }

    private Node question(String fact, InterviewStatus standing) {
        asked.add(fact);
        String rule = ruleOf(standing);
        if (known.containsKey(fact)) {
            askedTwice.putIfAbsent(fact, new WalkReport.Idle(fact, rule, List.copyOf(way)));
            return new Node(relevance.unknown(), 1, 0, 0, new BitSet(), null, null);
        }
        Node node = branch(fact, standing, false);
        boolean forRule = standing instanceof InterviewStatus.Open;
        if (forRule && complete && relevance.isIdle(fact, node.result())) {
            idle.putIfAbsent(fact + " " + rule, new WalkReport.Idle(fact, rule, List.copyOf(way)));
        }
        return node;
    }

    private Node branch(String id, InterviewStatus standing, boolean figure) {
        Map<ResidualConditions.Key, Node> children = new HashMap<>();
        Map<Object, Integer> results = new LinkedHashMap<>();
        BitSet rules = new BitSet();
        double interviews = 0;
        double ends = 0;
        int longest = -1;
        InterviewStep onLongest = null;
        Node next = null;
        for (Object value : boundaries.values(id, known)) {
            InterviewStep step = new InterviewStep(id, value);
            known.put(id, value);
            ResidualConditions.Key key = outlook.of(known);
            Node child = children.get(key);
            if (child == null) {
                way.addLast(step);
                child = visit(key);
                way.removeLast();
                children.put(key, child);
                rules.or(child.rules());
            }
            known.remove(id);
            results.put(value, child.result());
            interviews += child.interviews();
            ends += child.deadEnds();
            if (child.longest() > longest) {
                longest = child.longest();
                onLongest = step;
                next = child;
            }
        }
        boolean forGate = standing instanceof InterviewStatus.Decided;
        int result = forGate ? relevance.asGate(results) : relevance.branch(id, results, figure);
        return new Node(result, interviews, ends, longest + (figure ? 0 : 1), rules, onLongest, next);
    }

    /** The first figure that the interview waits for and whose inputs are all there. */
    private Optional<String> readyFigure(InterviewStatus standing) {
        Set<String> needed = new HashSet<>();
        switch (standing) {
            case InterviewStatus.Open open -> addNeeds(open.focus().when(), needed);
            case InterviewStatus.Decided _ ->
                flow.gates().stream().filter(Gate::asks).forEach(gate -> addNeeds(gate.met(), needed));
            case InterviewStatus.DeadEnd _ -> {}
        }
        return flow.figures().stream()
                .filter(figure -> needed.contains(figure.id())
                        && inputs.missing(figure, known).isEmpty())
                .map(Figure::id)
                .findFirst();
    }

    private void addNeeds(@Nullable Condition condition, Set<String> needed) {
        if (condition != null && condition.evaluate(known) instanceof Tristate.Needs needs) {
            needed.addAll(needs.facts());
        }
    }

    private static String ruleOf(InterviewStatus standing) {
        return switch (standing) {
            case InterviewStatus.Open open -> open.focus().id();
            case InterviewStatus.Decided decided -> decided.rule().id();
            case InterviewStatus.DeadEnd _ -> "";
        };
    }

    List<InterviewStep> longestWay(Node root) {
        List<InterviewStep> longest = new ArrayList<>();
        for (Node node = root; node != null && node.onLongest() != null; node = node.next()) {
            longest.add(node.onLongest());
        }
        return longest;
    }

    int states() {
        return visited.size();
    }

    boolean isComplete() {
        return complete;
    }

    Set<String> asked() {
        return asked;
    }

    List<List<InterviewStep>> deadEnds() {
        return deadEnds;
    }

    public List<WalkReport.Idle> idle() {
        return List.copyOf(idle.values());
    }

    List<WalkReport.Idle> askedTwice() {
        return List.copyOf(askedTwice.values());
    }
}
