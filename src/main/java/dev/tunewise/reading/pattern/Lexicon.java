package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.flow.interview.RecentResults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The patterns of a flow, made executable. Besides those in its words every fact gets the ways of a form: its name or label followed by a
 * value, as in "stage: production".
 */
public final class Lexicon {
    private static final String NONE = "none";
    /** A flow in which other things changed, or that is checked and then served, has its patterns made once. */
    private static final RecentResults<Words, Lexicon> MADE = new RecentResults<>(4);

    private final PatternIndex<PatternMeaning> index = new PatternIndex<>();
    private final Set<String> words = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A pattern that cannot be used. */
    public record Fault(String key, int index, String message) {}

    /** A pattern in use. `index`: its place in the list of its key, or -1 for one that comes with the fact. */
    public record Entry(PatternMeaning meaning, int index, String pattern, PatternAst shape) {}

    /** All that a lexicon is made of. */
    private record Words(Map<String, List<String>> synonyms, List<Fact> facts, Texts texts) {}

    /** The patterns of a flow. */
    public static Lexicon of(Flow flow) {
        return MADE.of(new Words(flow.synonyms(), flow.facts(), flow.texts()), () -> new Lexicon(flow));
    }

    private Lexicon(Flow flow) {
        Map<String, List<String>> synonyms = new TreeMap<>(flow.synonyms());
        PatternLists lists = new PatternLists(synonyms);
        synonyms.forEach((key, patterns) -> {
            if (!key.startsWith("<")) {
                Optional<Target> target = target(flow, key);
                for (int i = 0; i < patterns.size(); i++) {
                    if (target.isEmpty()) {
                        faults.add(new Fault(key, i, "no fact, choice or number of the flow is called `" + key + "`"));
                    } else {
                        add(key, i, patterns.get(i), target.get(), lists);
                    }
                }
            }
        });
        PatternLists none = new PatternLists(Map.of());
        Set<String> inPassing = inPassing();
        for (Fact fact : flow.facts()) {
            if (flow.isAsked(fact.id()) && fact.catalogue() == null) {
                // Nobody fills in a form about what he asks.
                continue;
            }
            String flag = inPassing.contains(fact.id()) ? "+beside " : "";
            FormPatterns.of(fact, flow.texts()).forEach((key, patterns) -> {
                Target target = target(flow, key).orElseThrow();
                patterns.forEach(pattern -> add(key, -1, flag + pattern, target, none));
            });
        }
    }

    /** The facts that mere words in passing say: there a name alone says no more than they do. */
    private Set<String> inPassing() {
        return entries.stream()
                .map(Entry::meaning)
                .filter(meaning -> meaning.has(PatternParser.Flag.BESIDE))
                .map(meaning -> meaning.fact().id())
                .collect(Collectors.toSet());
    }

    private record Target(Fact fact, Optional<Value> value) {}

    private static Optional<Target> target(Flow flow, String key) {
        int dot = key.indexOf('.');
        String id = dot < 0 ? key : key.substring(0, dot);
        Optional<Fact> fact =
                flow.facts().stream().filter(f -> f.id().equals(id)).findFirst();
        if (dot < 0) {
            return fact.map(f -> new Target(f, Optional.empty()));
        }
        return fact.flatMap(f -> value(f, key.substring(dot + 1)).map(value -> new Target(f, Optional.of(value))));
    }

    private static Optional<Value> value(Fact fact, String text) {
        String written = fact.type() == FactType.CHOICES && text.equals(NONE) ? "" : text;
        return FactValueParser.parse(fact, written, _ -> true) instanceof FactValueParser.Good(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private void add(String key, int place, String pattern, Target target, PatternLists lists) {
        try {
            PatternParser.Parsed parsed = PatternParser.parse(pattern, lists);
            List<PatternAst> parts = PatternParts.of(parsed.shape()).toList();
            PatternMeaning meaning = new PatternMeaning(
                    key, target.fact(), target.value().orElse(null), Set.copyOf(parsed.flags()), as(parts));
            check(meaning, parts);
            index.add(parsed.shape(), meaning);
            PatternParts.words(parsed.shape()).forEach(words::add);
            entries.add(new Entry(meaning, place, pattern, parsed.shape()));
        } catch (PatternParser.Wrong e) {
            faults.add(new Fault(key, place, "`" + pattern + "`: " + e.getMessage()));
        }
    }

    private static void check(PatternMeaning meaning, List<PatternAst> parts) throws PatternParser.Wrong {
        boolean captures = parts.stream().anyMatch(PatternAst.Captured.class::isInstance);
        boolean names = parts.stream().anyMatch(PatternAst.Name.class::isInstance);
        Set<PatternParser.Flag> silent = EnumSet.of(PatternParser.Flag.NOT, PatternParser.Flag.ASK);
        boolean reads = meaning.flags().stream().noneMatch(silent::contains);
        boolean quantity = meaning.fact().type() == FactType.QUANTITY;
        if (captures && !quantity) {
            throw new PatternParser.Wrong("`<amount>` is for quantities only");
        }
        if (captures && meaning.value() != null) {
            throw new PatternParser.Wrong("it reads an amount although its key names a value");
        }
        if (!reads || meaning.value() != null) {
            return;
        }
        if (quantity && !captures) {
            throw new PatternParser.Wrong("it says no amount: add `<amount>`, or list it under `"
                    + meaning.fact().id() + ".NUMBER`");
        }
        if (!quantity && !(meaning.fact().catalogue() != null && names)) {
            throw new PatternParser.Wrong(
                    "it says no value: list it under `" + meaning.fact().id() + ".CHOICE`");
        }
    }

    private static PatternAst.As as(List<PatternAst> parts) {
        return parts.stream()
                .filter(PatternAst.Captured.class::isInstance)
                .map(part -> ((PatternAst.Captured) part).as())
                .min(Comparator.naturalOrder())
                .orElse(PatternAst.As.SAID);
    }

    public PatternIndex<PatternMeaning> index() {
        return index;
    }

    public Set<String> words() {
        return words;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
