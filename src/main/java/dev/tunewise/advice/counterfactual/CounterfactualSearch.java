package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries single changes of the answers and keeps those that change the advice. */
public final class CounterfactualSearch {
    /** So many times as much, or so small a part, is out of reach. */
    private static final BigDecimal FAR = BigDecimal.valueOf(50);

    /** So far out by likely values, none of them is within reach when it is made sure. */
    private static final BigDecimal FAR_ROUGHLY = FAR.multiply(BigDecimal.valueOf(4));

    private final AdviceContext theCase;
    private final FactDependencies reach;
    private final FlowTexts words;
    private final RuleOutcomes outcomes;
    private final ChangeConfirmation confirmation;
    private final ThresholdSearch quantities;
    private final Set<String> reasons;
    private final RuleOutcome base;
    private final int last;

    /**
     * @param few the case with a few samples, by which a place is looked for before it is made sure
     * @param told the case as its answer tells it
     * @param exact the same case with the figures of an answer: what rests on a comparison of options is told only if it holds here too
     */
    public CounterfactualSearch(
            AdviceContext theCase,
            AdviceContext few,
            AdviceContext exact,
            AdviceContext told,
            FactDependencies reach,
            FlowTexts words) {
        this.theCase = theCase;
        RuleOutcomes confirmed = new RuleOutcomes(exact, reach);
        this.reach = reach;
        this.words = words;
        outcomes = new RuleOutcomes(theCase, reach);
        base = told.standing() instanceof InterviewStatus.Decided(Rule rule, var _, var _)
                ? new RuleOutcome.Decides(rule)
                : confirmed.now();
        last = Math.min(
                Math.max(outcomes.deciding(), confirmed.deciding()),
                theCase.flow.rules().size() - 1);
        quantities = new ThresholdSearch(theCase, told.known(), reach, outcomes, base, last);
        confirmation = new ChangeConfirmation(
                confirmed,
                base,
                quantities::figuresLike,
                new ChangeConfirmation(new RuleOutcomes(few, reach), base, (_, _) -> List.of(), null));
        reasons = reasons();
    }

    /** The flips of one fact. */
    List<PlausibilityOrder.Ranked> flips(Fact fact) {
        SourcedAnswer given = given(fact);
        if (given == null) {
            return List.of();
        }
        return changes(fact, given.value()).stream()
                .flatMap(tried -> confirmation.of(fact, given, tried).stream())
                .filter(change -> !change.outcome().sameAs(base))
                .distinct()
                .map(change -> new PlausibilityOrder.Ranked(
                        flip(fact, given.value(), given.assumed(), change),
                        PlausibilityOrder.distance(theCase, fact, given, change, base, reasons.contains(fact.id()))))
                .toList();
    }

    /** Whether there is a flip of a fact that is told; where it lies exactly is not looked for. */
    boolean turns(Fact fact, Predicate<Counterfactual> told) {
        SourcedAnswer given = given(fact);
        return given != null
                && changes(fact, given.value()).stream()
                        .flatMap(tried -> confirmation.nearby(fact, given, tried).stream())
                        .filter(change -> !change.outcome().sameAs(base))
                        .anyMatch(change -> told.test(flip(fact, given.value(), given.assumed(), change)));
    }

    /** Whether all flips of a fact are far out of reach, as far as likely values tell. */
    boolean isFar(Fact fact) {
        SourcedAnswer given = given(fact);
        return given != null
                && changes(fact, given.value()).stream().allMatch(tried -> far(given.value(), tried.at(), FAR_ROUGHLY));
    }

    /** Whether no search of this one had to be cut short. */
    boolean complete() {
        return quantities.complete();
    }

    static boolean compares(RuleOutcome outcome) {
        return outcome instanceof RuleOutcome.Decides(Rule rule) && rule.compares();
    }

    /** Facts that the deciding rule or its reasons rest on. */
    private Set<String> reasons() {
        Set<String> facts = new HashSet<>();
        if (base instanceof RuleOutcome.Decides(Rule rule)) {
            facts.addAll(reach.of(rule.when()));
            for (Rule.Reason reason : rule.because()) {
                facts.addAll(reason.facts());
                reason.facts().forEach(id -> facts.addAll(reach.ofFigure(id)));
            }
        }
        return facts;
    }

    /** A change that was tried and changes the advice; `choice` names what is added or left out. */
    record Change(Counterfactual.Kind kind, Value at, String choice, boolean exact, RuleOutcome outcome) {
        Change to(RuleOutcome other) {
            return new Change(kind, at, choice, exact, other);
        }
    }

    /** Its answer, where the rules can turn on it. */
    private @Nullable SourcedAnswer given(Fact fact) {
        boolean matters = IntStream.rangeClosed(0, last).anyMatch(index -> reach.turnsOn(index, fact.id()));
        return matters ? theCase.answers.get(fact.id()).orElse(null) : null;
    }

    private List<Change> changes(Fact fact, Value value) {
        return switch (value) {
            case Value.Choice(String id) ->
                choices(fact).stream()
                        .filter(choice -> !choice.equals(id))
                        .flatMap(choice ->
                                tried(fact, Counterfactual.Kind.TO, new Value.Choice(choice), choice).stream())
                        .toList();
            case Value.YesNo(boolean yes) -> tried(fact, Counterfactual.Kind.TO, new Value.YesNo(!yes), "");
            case Value.Choices(List<String> ids) ->
                fact.choices().stream()
                        .flatMap(choice -> toggled(fact, ids, choice).stream())
                        .toList();
            case Value.Quantity quantity ->
                start(fact, quantity.value())
                        .map(from -> quantities.changes(fact, from))
                        .orElse(List.of());
        };
    }

    /**
     * Where to look from: what stands in for a value that nobody knows may lead elsewhere once it is said; then a value a little on from a figure
     * that tips, or one of those it may well be. Empty where none leads to the present answer.
     */
    private Optional<BigDecimal> start(Fact fact, BigDecimal value) {
        if (leadsHere(fact, value)) {
            return Optional.of(value);
        }
        QuantityScale scale = QuantityScale.of(fact, value);
        return Stream.concat(quantities.beyondFigures(fact, value), scale.nearby().stream())
                .filter(other -> scale.allows(other) && leadsHere(fact, other))
                .findFirst();
    }

    private boolean leadsHere(Fact fact, BigDecimal value) {
        return outcomes.with(fact.id(), Value.Quantity.of(value)).sameAs(base);
    }

    private List<Change> toggled(Fact fact, List<String> ids, String choice) {
        boolean added = !ids.contains(choice);
        List<String> others = fact.choices().stream()
                .filter(each -> each.equals(choice) ? added : ids.contains(each))
                .toList();
        return tried(
                fact,
                added ? Counterfactual.Kind.WITH : Counterfactual.Kind.WITHOUT,
                new Value.Choices(others),
                choice);
    }

    private List<Change> tried(Fact fact, Counterfactual.Kind kind, Value at, String choice) {
        RuleOutcome outcome = outcomes.with(fact.id(), at);
        boolean nothingNew = outcome.sameAs(base) || outcome.sameAs(outcomes.now());
        return nothingNew ? List.of() : List.of(new Change(kind, at, choice, true, outcome));
    }

    /** The choices of a fact; of a catalogue fact those that the rules name. */
    private Set<String> choices(Fact fact) {
        Set<String> choices = new TreeSet<>();
        if (fact.catalogue() == null) {
            choices.addAll(fact.choices());
            return choices;
        }
        for (Rule rule : theCase.flow.rules()) {
            for (Condition.Test test : rule.when().tests()) {
                if (test.condition().facts().equals(Set.of(fact.id()))) {
                    choices.addAll(test.choices());
                }
            }
        }
        return choices;
    }

    private static boolean far(Value from, Value at, BigDecimal factor) {
        if (!(from instanceof Value.Quantity now) || !(at instanceof Value.Quantity then)) {
            return false;
        }
        BigDecimal less = now.value().min(then.value());
        return less.signum() > 0 && now.value().max(then.value()).compareTo(less.multiply(factor)) > 0;
    }

    private Counterfactual flip(Fact fact, Value from, boolean assumed, Change change) {
        String atText = change.choice().isEmpty()
                ? words.values().fact(fact, change.at())
                : words.values().choice(fact.id(), change.choice());
        return new Counterfactual(
                fact.id(),
                words.label(fact.id()),
                assumed ? words.values().assumed(fact, from) : words.values().fact(fact, from),
                change.at(),
                atText,
                change.kind(),
                far(from, change.at(), FAR),
                change.exact(),
                assumed,
                result(change.outcome()));
    }

    private Counterfactual.Result result(RuleOutcome outcome) {
        return switch (outcome) {
            case RuleOutcome.Decides(Rule rule) ->
                new Counterfactual.Result.Decides(rule.id(), rule.verdict(), rule.lever(), words.lever(rule.lever()));
            case RuleOutcome.Asks(List<String> facts) ->
                new Counterfactual.Result.Asks(
                        facts, facts.stream().map(words::label).toList());
            case RuleOutcome.Nothing _ -> new Counterfactual.Result.Asks(List.of(), List.of());
        };
    }
}
