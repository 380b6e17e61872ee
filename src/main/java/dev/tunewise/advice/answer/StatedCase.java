package dev.tunewise.advice.answer;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureShape;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.interview.Subjects;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people said or seem to have said, and what can be worked out from that alone: what stands in for something nobody spoke of is never
 * told as a fact.
 */
final class StatedCase {
    private static final String TRIED = "tried-";
    private static final String STEP = "step-";
    private final Flow flow;
    private final List<Interview> interviews;
    private final FlowTexts texts;
    private final Answers stated;
    private final Subjects subjects;
    private final DerivedFigures derived;
    private Map<String, Object> told;
    private Map<String, Object> known;
    private boolean compared;

    /** `interviews`: whose figures compare no options, and whose figures do, which are asked for where something rests on them alone. */
    StatedCase(Flow flow, List<Interview> interviews, FlowTexts texts, Answers stated) {
        this(flow, interviews, texts, billed(flow, stated), false, interviews.getFirst()::known);
    }

    private StatedCase(
            Flow flow,
            List<Interview> interviews,
            FlowTexts texts,
            Answers stated,
            boolean compared,
            Function<Answers, Map<String, Object>> figures) {
        this.flow = flow;
        this.interviews = interviews;
        this.texts = texts;
        this.stated = stated;
        this.compared = compared;
        derived = new DerivedFigures(flow.guidance());
        told = figures.apply(stated);
        known = derived.with(told);
        List<String> named = choices(Guidance.MENTIONS);
        // Where nobody wrote a message, nothing says what it is about.
        subjects = named.isEmpty()
                ? new Subjects(Map.of())
                : Subjects.beside(flow.guidance().mentions(), grounds(named));
    }

    /** What the words of the case name, and what its facts say of it beside them. */
    private List<String> grounds(List<String> named) {
        return Stream.concat(
                        named.stream(),
                        flow.guidance().grounds().entrySet().stream()
                                .filter(ground -> ground.getValue().holds(known))
                                .map(Map.Entry::getKey))
                .toList();
    }

    /** A text of ours as far as it speaks of the matter of the case; empty where it begins with another. */
    Optional<String> own(String text) {
        return subjects.kept(text);
    }

    /** What is known, options compared where one of these is a figure that waits for it. */
    private Map<String, Object> known(Collection<String> wanted) {
        if (!compared && wanted.stream().anyMatch(id -> !known.containsKey(id) && isCompared(id))) {
            compared = true;
            told = new HashMap<>(interviews.getLast().known(stated));
            told.putAll(new TippingPoint(flow, interviews.getLast()).of(stated, told));
            known = derived.with(told);
        }
        return known;
    }

    /** Whether the comparison of options may give it. */
    private boolean isCompared(String id) {
        return flow.figure(id).isPresent() && !derived.has(id);
    }

    /** A text with the way in which each derived figure was worked out where it asks for that. */
    String ways(String text) {
        return derived.ways(text, known);
    }

    /** What sums calculate with as the bill is what was read as the bill, where their own shapes found none in another currency. */
    private static Answers billed(Flow flow, Answers stated) {
        Optional<SourcedAnswer> read = flow.synonyms().getOrDefault("<billed>", List.of()).stream()
                .flatMap(fact -> stated.get(fact).stream())
                .findFirst();
        return flow.synonyms().getOrDefault("<bill of sums>", List.of()).stream()
                .filter(fact -> read.isPresent() && !stated.knows(fact))
                .reduce(stated, (all, fact) -> all.with(fact, read.get()), (one, _) -> one);
    }

    /** The same case with other questions, on which no figure rests. */
    StatedCase asking(List<String> intents) {
        Optional<SourcedAnswer> before = stated.get(Guidance.INTENT);
        if (before.isPresent() && intents.equals(choices(Guidance.INTENT))) {
            return this;
        }
        SourcedAnswer.Origin origin = before.map(SourcedAnswer::origin).orElse(null);
        Answers asked = stated.with(Guidance.INTENT, new SourcedAnswer(new Value.Choices(intents), false, origin));
        Map<String, Object> all = new HashMap<>(told);
        all.put(Guidance.INTENT, intents);
        return new StatedCase(flow, interviews, texts, asked, compared, _ -> all);
    }

    boolean holds(@Nullable Condition condition) {
        return condition != null
                && (condition.holds(known)
                        || !compared
                                && namesFigure(condition)
                                && condition.evaluate(known) instanceof Tristate.Needs needs
                                && condition.holds(known(needs.facts())));
    }

    /** Asked for thousands of times in an answer. */
    private boolean namesFigure(Condition condition) {
        for (String id : condition.facts()) {
            if (isCompared(id)) {
                return true;
            }
        }
        return false;
    }

    /** Says whether a condition that may be missing stands in the way. */
    boolean admits(@Nullable Condition condition) {
        return condition == null || holds(condition);
    }

    /** Says whether a note or a sum applies. */
    boolean holds(Guidance.Note note) {
        return admits(note.when()) && lacks(note.without());
    }

    /** Says whether nothing is known of all these facts and figures. */
    boolean lacks(List<String> facts) {
        return facts.stream().noneMatch(known(facts)::containsKey);
    }

    /**
     * Says whether a step begins with something that was tried already or cannot be done, by the words of the message: each `tried-…` among the
     * mentions has a `step-…` that finds such steps.
     */
    boolean rulesOut(String step) {
        NamedThings named = new NamedThings(flow.guidance().mentions());
        return choices(Guidance.MENTIONS).stream()
                .filter(id -> id.startsWith(TRIED))
                .anyMatch(id -> named.names(STEP + id.substring(TRIED.length()), step));
    }

    /** Ids of the choices that people named of a fact. */
    List<String> choices(String fact) {
        return known.get(fact) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The words in which a fact was said, part by part. */
    List<String> quotes(String fact) {
        return stated.get(fact)
                .map(SourcedAnswer::origin)
                .map(SourcedAnswer.Origin::quote)
                .filter(quote -> !quote.isEmpty())
                .map(quote -> List.of(quote.split(Pattern.quote(Guidance.BETWEEN_PARTS))))
                .orElse(List.of());
    }

    /** The sign of the currency in which an amount was told, no letter where it was told without one; empty where no amount was told. */
    Optional<String> sign(String fact) {
        return quotes(fact).stream().map(FigureShape::sign).max(Comparator.naturalOrder());
    }

    /** The value of a slot in words, or its bare number; empty where nobody said it, and for nothing at all. */
    Optional<String> written(String id, boolean bare) {
        return switch (known(List.of(id)).get(id)) {
            case Double number
            when Double.isNaN(number) || Double.isInfinite(number) || number == 0 -> Optional.empty();
            case Double number when bare -> Optional.of(texts.values().number(number));
            case Double number -> {
                String text = texts.values().quantity(id, ranges(id) ? roughly(number) : number);
                yield Optional.of(ranges(id) && !text.startsWith("about ") ? "about " + text : text);
            }
            case null -> Optional.empty();
            case String name
            when flow.figure(id).isPresent() ->
                flow.figure(id)
                        .filter(figure -> !figure.choices().contains(name))
                        .map(_ -> name);
            default ->
                flow.fact(id)
                        .flatMap(fact -> stated.get(fact.id())
                                .map(given -> texts.values().fact(fact, given.value())));
        };
    }

    /** What a calculation of the flow comes to, with two digits and more as its size asks for; empty where a part is not known. */
    Optional<String> sum(String words) {
        Condition.Test sum = flow.guidance().formulas().get(words);
        Optional<Double> value = sum == null
                ? Optional.empty()
                : derived.value(words, known(sum.condition().facts()));
        return value.map(BigDecimal::valueOf).map(exact -> {
            int whole = exact.precision() - exact.scale();
            return NumberFormat.number(exact.round(new MathContext(whole >= 3 ? 3 : 2, RoundingMode.HALF_UP)));
        });
    }

    /** What was told as a range claims no more than three digits: "about 86.4 %" for some 19 of 22. */
    private static double roughly(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .doubleValue();
    }

    private boolean ranges(String fact) {
        return stated.get(fact)
                .filter(given -> given.value() instanceof Value.Quantity(var _, BigDecimal low, BigDecimal high)
                        && low.compareTo(high) != 0)
                .isPresent();
    }
}
