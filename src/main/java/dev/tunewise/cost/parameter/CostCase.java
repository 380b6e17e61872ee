package dev.tunewise.cost.parameter;

import dev.tunewise.money.Range;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case to be costed: the facts that are known, by the ids of the framework, the day to compute from and the parameters. Facts that
 * cost has no use for are kept and ignored. Immutable; two cases with the same facts give the same estimate.
 */
public final class CostCase {
    private static final Set<String> QUANTITIES = Set.of(
            "calls_per_day",
            "input_tokens",
            "output_tokens",
            "system_prompt_tokens",
            "cost_per_1k_calls",
            "quality_now",
            "quality_target",
            "eval_items",
            "examples",
            "classes",
            "error_cost");
    private static final Set<String> SHARES = Set.of("quality_now", "quality_target");
    private static final Set<String> CHOICES =
            Set.of("task", "model", "labels", "open_model", "retrieval", "stronger_model");
    private static final Set<String> INTERACTIVE = Set.of("question-answering", "agent", "speech", "code");
    private static final Set<String> FLAGS = Set.of("must_self_host", "runs_gpus", "waits");
    private static final Set<String> LISTS = Set.of("problems", "prompt_work");
    /** Problems that are about quality. */
    static final Set<String> QUALITY_PROBLEMS =
            Set.of("format-drift", "style-drift", "wrong-labels", "invents-content", "domain-language");

    /** Every fact that the cost of an option depends on. */
    public static final Set<String> USED = Stream.of(QUANTITIES, CHOICES, FLAGS, LISTS)
            .flatMap(Set::stream)
            .filter(fact -> !fact.equals("classes"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Object> facts;
    private final LocalDate asOf;
    private final Parameters parameters;
    private final Map<String, List<String>> excluded;
    private @Nullable Map<String, Object> essence;

    private CostCase(
            Map<String, Object> facts, LocalDate asOf, Parameters parameters, Map<String, List<String>> excluded) {
        this.facts = facts;
        this.asOf = asOf;
        this.parameters = parameters;
        this.excluded = excluded;
    }

    /**
     * @param facts by id: quantities as Number or {@link Range}, choices as String, yes-no as Boolean, several choices as a collection
     *     of String; an unknown fact is absent or null
     * @throws IllegalArgumentException when a fact that cost uses has the wrong type or is out of range; the message names it
     */
    public static CostCase from(Map<String, ? extends @Nullable Object> facts, LocalDate asOf, Parameters parameters) {
        Map<String, Object> known = new TreeMap<>();
        facts.forEach((id, value) -> {
            if (value != null) {
                known.put(id, checked(id, value));
            }
        });
        return new CostCase(known, asOf, parameters, Map.of());
    }

    /** The same case with one fact set, or forgotten when the value is null. */
    public CostCase with(String fact, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(facts);
        changed.put(fact, value);
        return from(changed, asOf, parameters).excluding(excluded);
    }

    public CostCase with(Parameters other) {
        return new CostCase(facts, asOf, other, excluded);
    }

    /** The same case with levers that may not be recommended, each with the rules that say so; a rule that waits for a lever is with it. */
    public CostCase excluding(Map<String, List<String>> levers) {
        return new CostCase(facts, asOf, parameters, Map.copyOf(levers));
    }

    /** Ids of the rules that exclude a lever, or the lever for which a rule waits. */
    public List<String> excluded(String lever) {
        return excluded.getOrDefault(lever, List.of());
    }

    public boolean isSame(CostCase other) {
        return facts.equals(other.facts) && excluded.equals(other.excluded);
    }

    /** The facts that are known, by id; quantities are ranges. */
    public Map<String, Object> facts() {
        return Map.copyOf(facts);
    }

    /** What costs make of the known facts, by id: cases that agree in it, in day, parameters and exclusions have the same options. */
    public Map<String, Object> essence() {
        essence = essence == null ? Map.copyOf(worked()) : essence;
        return essence;
    }

    private Map<String, Object> worked() {
        Map<String, Object> essence = new HashMap<>(facts);
        essence.keySet().retainAll(USED);
        essence.computeIfPresent("problems", (_, _) -> List.of(qualityMatters(), isTooSlow(), lacksKnowledge()));
        essence.computeIfPresent("prompt_work", (_, _) -> hasExamplesInPrompt());
        essence.computeIfPresent("labels", (_, _) -> labelsAreDoubtful());
        essence.computeIfPresent("task", (_, task) -> isNarrow() ? narrow(task) : isInteractive());
        essence.computeIfPresent("stronger_model", (_, tried) -> tried.equals("ruled-out") ? "falls-short" : tried);
        if (!lacksKnowledge()) {
            essence.remove("retrieval");
        }
        if (!qualityMatters() || mustSelfHost()) {
            essence.remove("stronger_model");
        }
        if (!mustSelfHost() && !flag("runs_gpus").orElse(false)) {
            essence.remove("open_model");
        }
        return essence;
    }

    /** Ranks and extracted fields differ in nothing but the length of an answer, where nobody said it. */
    private Object narrow(Object task) {
        return task.equals("ranking") && knows("output_tokens") ? "extraction" : task;
    }

    /** Says whether answers come too slowly. */
    public boolean isTooSlow() {
        return has("problems", "too-slow");
    }

    /** Says whether facts are missing from answers, or made up. */
    public boolean lacksKnowledge() {
        return has("problems", "missing-knowledge") || has("problems", "invents-content");
    }

    /** Says whether the prompt shows examples. */
    public boolean hasExamplesInPrompt() {
        return has("prompt_work", "few-shot");
    }

    /** Says whether somebody has to look at the labels before they can be learned from. */
    public boolean labelsAreDoubtful() {
        return is("labels", "unverified") || is("labels", "disputed");
    }

    /** The day to compute from. */
    public LocalDate asOf() {
        return asOf;
    }

    public Parameters parameters() {
        return parameters;
    }

    public boolean knows(String fact) {
        return facts.containsKey(fact);
    }

    public Optional<Range> quantity(String fact) {
        return Optional.ofNullable((Range) facts.get(fact));
    }

    public Optional<String> choice(String fact) {
        return Optional.ofNullable((String) facts.get(fact));
    }

    public boolean is(String fact, String choice) {
        return choice.equals(facts.get(fact));
    }

    public Optional<Boolean> flag(String fact) {
        return Optional.ofNullable((Boolean) facts.get(fact));
    }

    public boolean mustSelfHost() {
        return flag("must_self_host").orElse(false);
    }

    private boolean has(String fact, String choice) {
        return facts.get(fact) instanceof Collection<?> choices && choices.contains(choice);
    }

    /** Says whether quality is among the problems; with no problem named it may be. */
    public boolean qualityMatters() {
        return !(facts.get("problems") instanceof Collection<?> problems)
                || problems.isEmpty()
                || problems.stream().anyMatch(QUALITY_PROBLEMS::contains);
    }

    /** Says whether the answer of a call is short: a label or a rank, and not a text. */
    public boolean shortAnswers() {
        return is("task", "classification") || is("task", "ranking") || is("task", "tabular");
    }

    /** Says whether the task is narrow enough for a small model. */
    public boolean isNarrow() {
        return shortAnswers() || is("task", "extraction") || !knows("task");
    }

    /** Says whether somebody usually waits for the answer of a call. */
    public boolean isInteractive() {
        return facts.get("task") instanceof String task && INTERACTIVE.contains(task);
    }

    private static Object checked(String id, Object value) {
        if (QUANTITIES.contains(id)) {
            return quantity(id, value);
        }
        boolean fits = CHOICES.contains(id)
                ? value instanceof String
                : FLAGS.contains(id)
                        ? value instanceof Boolean
                        : !LISTS.contains(id)
                                || value instanceof Collection<?> items
                                        && items.stream().allMatch(String.class::isInstance);
        if (!fits) {
            String expected =
                    CHOICES.contains(id) ? "a text" : FLAGS.contains(id) ? "true or false" : "a list of texts";
            throw new IllegalArgumentException("Fact " + id + " is " + value + ", expected " + expected + ".");
        }
        return value instanceof Collection<?> items ? List.copyOf(items) : value;
    }

    private static Range quantity(String id, Object value) {
        Range range = SettingReader.read(value)
                .orElseThrow(
                        () -> new IllegalArgumentException("Fact " + id + " is " + value + ", expected a number."));
        boolean share = SHARES.contains(id);
        if (range.low().signum() < 0 || share && range.high().doubleValue() > 100) {
            throw new IllegalArgumentException("Fact " + id + " is " + value + ", expected "
                    + (share ? "a percentage from 0 to 100." : "a number of 0 or more."));
        }
        return range;
    }
}
