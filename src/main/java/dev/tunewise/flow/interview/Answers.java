package dev.tunewise.flow.interview;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The answers so far, by fact id, in the order in which they were given. Immutable. */
public final class Answers {
    private static final Answers NONE = new Answers(new LinkedHashMap<>());

    private final Map<String, SourcedAnswer> given;
    /** Worked out once and when it is asked for: what was advised is looked up by it many times in a turn. */
    private int hash;

    private Answers(LinkedHashMap<String, SourcedAnswer> given) {
        this.given = Collections.unmodifiableMap(given);
    }

    public static Answers none() {
        return NONE;
    }

    /** Answers without authors, as programs give them. */
    public static Answers of(Map<String, ? extends Value> values) {
        LinkedHashMap<String, SourcedAnswer> given = new LinkedHashMap<>();
        values.forEach((fact, value) -> given.put(fact, SourcedAnswer.of(value)));
        return new Answers(given);
    }

    /** Answers with their authors, by fact id. */
    public static Answers sourced(Map<String, SourcedAnswer> given) {
        return new Answers(new LinkedHashMap<>(given));
    }

    public Answers with(String fact, SourcedAnswer answer) {
        LinkedHashMap<String, SourcedAnswer> more = new LinkedHashMap<>(given);
        more.put(fact, answer);
        return new Answers(more);
    }

    /** The same where nobody knows these facts, and what the flow assumes of them stands in. */
    public Answers assuming(List<Fact> facts) {
        LinkedHashMap<String, SourcedAnswer> more = new LinkedHashMap<>(given);
        facts.forEach(fact -> more.put(fact.id(), new SourcedAnswer(fact.assume(), true, null)));
        return new Answers(more);
    }

    public Answers without(String fact) {
        LinkedHashMap<String, SourcedAnswer> fewer = new LinkedHashMap<>(given);
        fewer.remove(fact);
        return new Answers(fewer);
    }

    /** Those that somebody gave: without the defaults that stand in. */
    public Answers stated() {
        return without(SourcedAnswer::assumed);
    }

    /** Those that somebody gave, and those that were read from somebody's words though nobody confirmed them. */
    public Answers understood() {
        return without(answer -> answer.assumed() && !answer.read());
    }

    /** Those that may decide: without what was read from somebody's words and nobody confirmed. */
    public Answers confirmed() {
        return without(SourcedAnswer::read);
    }

    private Answers without(Predicate<SourcedAnswer> some) {
        LinkedHashMap<String, SourcedAnswer> fewer = new LinkedHashMap<>(given);
        return fewer.values().removeIf(some) ? new Answers(fewer) : this;
    }

    public Optional<SourcedAnswer> get(String fact) {
        return Optional.ofNullable(given.get(fact));
    }

    /** Says whether a fact has an answer, assumed or not. */
    public boolean knows(String fact) {
        return given.containsKey(fact);
    }

    public Map<String, SourcedAnswer> all() {
        return given;
    }

    /** Ids of the facts that nobody knows, where a default stands in. */
    public Set<String> assumed() {
        Set<String> assumed = new LinkedHashSet<>();
        given.forEach((fact, answer) -> {
            if (answer.assumed()) {
                assumed.add(fact);
            }
        });
        return assumed;
    }

    /** The quantities that are known as a range only, by fact id. */
    public Map<String, Value.Quantity> ranges() {
        Map<String, Value.Quantity> ranges = new LinkedHashMap<>();
        given.forEach((fact, answer) -> {
            if (answer.value() instanceof Value.Quantity quantity
                    && quantity.low().compareTo(quantity.high()) < 0) {
                ranges.put(fact, quantity);
            }
        });
        return ranges;
    }

    /** Raw values by fact id, as conditions take them. */
    public Map<String, Object> raw() {
        Map<String, Object> raw = new LinkedHashMap<>();
        given.forEach((fact, answer) -> raw.put(fact, answer.value().raw()));
        return raw;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Answers answers && hashCode() == answers.hashCode() && given.equals(answers.given);
    }

    @Override
    public int hashCode() {
        int known = hash == 0 ? given.hashCode() : hash;
        hash = known;
        return known;
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
