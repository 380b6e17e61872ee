package dev.tunewise.flow;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole consultation, loaded and checked.
 *
 * @param id name of its folder, kebab case
 * @param version raised by its author when the advice changes
 * @param fingerprint hash of all its files, to tell which text gave an answer
 * @param facts all facts, in the order in which they are asked when several are needed
 * @param rules in order; the first that holds decides
 * @param findings risks to point out
 * @param synonyms words people use: pattern text by `fact`, `fact.choice` or `fact.yes` and `fact.no`
 * @param texts the words in the flow's first language
 * @param maxQuestions no interview asks more than this
 * @param exclusions what a comparison of options may not recommend
 * @param parameters numbers behind the figures that people may set in their words
 * @param utterances example sentences by the value that they state, `fact.choice`; `none` for those that state nothing, `guard.…` for words
 *     that make a sentence doubtful
 * @param guidance moves and answers to the questions that people put
 * @param expectations what it expects before anybody says it
 * @param controls which figures people may move, and which of them tell most
 */
public record Flow(
        String id,
        int version,
        String fingerprint,
        List<Topic> topics,
        List<Fact> facts,
        List<Figure> figures,
        List<Verdict> verdicts,
        List<Lever> levers,
        List<Rule> rules,
        List<Gate> gates,
        List<Finding> findings,
        Map<String, Source> sources,
        Map<String, List<String>> synonyms,
        Map<String, String> glossary,
        Texts texts,
        int maxQuestions,
        List<Lever.Exclusion> exclusions,
        List<Parameter> parameters,
        Map<String, List<String>> utterances,
        Guidance guidance,
        Expectations expectations,
        Controls controls) {
    public Flow {
        facts = IdList.of(facts, Fact::id, Fact::was);
        figures = IdList.of(figures, Figure::id, _ -> List.of());
    }

    /**
     * A group of facts that belong together.
     *
     * @param oneCard whether all of its facts that can still matter are asked on one card as soon as the first is needed
     */
    public record Topic(String id, boolean oneCard) {}

    /**
     * What people do with the figures of an answer.
     *
     * @param sliders quantities that may be moved, in the order of the page
     * @param thresholds facts whose threshold tells most where money decided, the most telling first
     * @param tipping the amount from which another answer is the cheapest, or null
     */
    public record Controls(
            List<Slider> sliders,
            List<String> thresholds,
            @Nullable Tipping tipping) {
        /** Nothing may be moved, and no threshold comes before others. */
        public static final Controls NONE = new Controls(List.of(), List.of(), null);
    }

    /**
     * A quantity that may be moved.
     *
     * @param from where its slider begins, above zero
     * @param to where its slider ends
     * @param billedBy the fact that counts a day's uses, where this is what 1,000 of them cost today; else null
     */
    public record Slider(
            String fact,
            BigDecimal from,
            BigDecimal to,
            @Nullable String billedBy) {}

    /**
     * An amount from which another answer is the cheapest.
     *
     * @param rival the figure that names what is the cheapest below it
     * @param volume the figure that holds the calls a day from which it is, the amount being what it is, or null
     * @param payback the figures of when it has paid back, or null
     */
    public record Tipping(
            String figure,
            String rival,
            @Nullable String volume,
            @Nullable Payback payback) {}

    /** Figures of when something has paid back: the months, the chance in percent, and against what. */
    public record Payback(String months, String chance, String against) {}

    /** The same with other facts, other words that people use for them, and other texts. */
    public Flow with(List<Fact> other, Map<String, List<String>> said, Texts words) {
        return new Flow(
                id,
                version,
                fingerprint,
                topics,
                other,
                figures,
                verdicts,
                levers,
                rules,
                gates,
                findings,
                sources,
                said,
                glossary,
                words,
                maxQuestions,
                exclusions,
                parameters,
                utterances,
                guidance,
                expectations,
                controls);
    }

    /**
     * The levers that surely may not be recommended, each with the ids of the exclusions that say so; and those that hold only until another lever
     * was tried, each with it.
     */
    public Map<String, List<String>> excluded(Map<String, Object> known) {
        Map<String, List<String>> excluded = new LinkedHashMap<>();
        for (Lever.Exclusion exclusion : exclusions) {
            if (exclusion.when().holds(known)) {
                exclusion
                        .levers()
                        .forEach(lever -> excluded.computeIfAbsent(lever, _ -> new ArrayList<>())
                                .add(exclusion.id()));
                if (exclusion.until() instanceof String lever) {
                    excluded.put(exclusion.id(), List.of(lever));
                }
            }
        }
        return excluded;
    }

    public Optional<Fact> fact(String idOrFormerId) {
        return ((IdList<Fact>) facts).find(idOrFormerId);
    }

    /** Whether a fact has this id now. */
    public boolean isFact(String id) {
        return ((IdList<Fact>) facts).place(id) >= 0;
    }

    /** The place of a fact or figure of this flow: facts in their order, then figures in theirs. */
    public int place(String id) {
        return isFact(id) ? ((IdList<Fact>) facts).place(id) : facts.size() + ((IdList<Figure>) figures).place(id);
    }

    /** Says whether a fact holds what somebody asked rather than what is so: it shares its topic with the intent, and is never listed among the answers. */
    public boolean isAsked(String id) {
        return fact(Guidance.INTENT)
                .flatMap(intent -> fact(id).map(fact -> fact.topic().equals(intent.topic())))
                .orElse(false);
    }

    public Optional<Parameter> parameter(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }

    public Optional<Figure> figure(String id) {
        return ((IdList<Figure>) figures).find(id);
    }

    /** The rule with this id, which must be one of this flow. */
    public Rule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule `" + id + "` in flow " + this.id));
    }

    /** The verdict with this id, which the checks at load guarantee for every rule. */
    public Verdict verdict(String id) {
        return verdicts.stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No verdict `" + id + "` in flow " + this.id));
    }

    /** Parts of a flow in their order, each found at once by its id: a turn looks for thousands. Immutable. */
    private static final class IdList<T> extends AbstractList<T> implements RandomAccess {
        private final List<T> parts;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, Integer> former = new HashMap<>();

        private IdList(List<T> parts, Function<T, String> id, Function<T, List<String>> was) {
            this.parts = List.copyOf(parts);
            for (int place = 0; place < parts.size(); place++) {
                places.putIfAbsent(id.apply(parts.get(place)), place);
                for (String earlier : was.apply(parts.get(place))) {
                    former.putIfAbsent(earlier, place);
                }
            }
        }

        /** `was`: former ids, which count where no part has them now. */
        static <T> IdList<T> of(List<T> parts, Function<T, String> id, Function<T, List<String>> was) {
            return parts instanceof IdList<T> same ? same : new IdList<>(parts, id, was);
        }

        /** The place of the part with this id; negative where there is none. */
        int place(String id) {
            return places.getOrDefault(id, -1);
        }

        Optional<T> find(String idOrFormerId) {
            Integer place = places.getOrDefault(idOrFormerId, former.get(idOrFormerId));
            return Optional.ofNullable(place).map(parts::get);
        }

        @Override
        public T get(int place) {
            return parts.get(place);
        }

        @Override
        public int size() {
            return parts.size();
        }
    }
}
