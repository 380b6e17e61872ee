package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Finding;
import dev.tunewise.flow.Flow.Topic;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A flow while it is read: whatever could be made out so far, right or wrong. */
public final class FlowBuilder {
    public String id = "";
    public int version = 1;
    public String language = "en";
    public int maxQuestions = 1;
    public final List<Topic> topics = new ArrayList<>();
    public final List<Fact> facts = new ArrayList<>();
    public final List<Figure> figures = new ArrayList<>();
    public final List<Verdict> verdicts = new ArrayList<>();
    public final List<Lever> levers = new ArrayList<>();
    public final List<Rule> rules = new ArrayList<>();
    public final List<Gate> gates = new ArrayList<>();
    public final List<Finding> findings = new ArrayList<>();
    public final List<Lever.Exclusion> exclusions = new ArrayList<>();
    public Guidance guidance = Guidance.NONE;
    final Map<String, Condition.Test> formulas = new HashMap<>();
    public Expectations expectations = Expectations.NONE;
    public final Map<String, Source> sources = new LinkedHashMap<>();
    public final Map<String, Position> positions = new HashMap<>();

    /** What texts name in their slots. */
    final Set<String> named = new HashSet<>();

    /** Ids of facts that are declared, if wrongly. */
    final Set<String> unclearFacts = new LinkedHashSet<>();

    /** Ids of figures that are declared, if wrongly. */
    final Set<String> unclearFigures = new LinkedHashSet<>();

    List<String> factIds() {
        return Stream.concat(facts.stream().map(Fact::id), unclearFacts.stream())
                .toList();
    }

    Optional<Fact> fact(String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    List<String> leverIds() {
        return levers.stream().map(Lever::id).toList();
    }

    public List<String> quantities() {
        return facts.stream()
                .filter(fact -> fact.type() == FactType.QUANTITY)
                .map(Fact::id)
                .toList();
    }

    List<String> factsAndFigures() {
        return Stream.of(factIds().stream(), figures.stream().map(Figure::id), unclearFigures.stream())
                .flatMap(Function.identity())
                .toList();
    }

    void place(String part, Position position) {
        positions.putIfAbsent(part, position);
    }
}
