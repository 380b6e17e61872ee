package dev.tunewise.reading;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.ValueParse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The patterns of a flow, made executable. Besides those in its words every fact gets the ways of a form: its name or label followed by a
 * value, as in "stage: production".
 */
final class Lexicon {
    private static final String NONE = "none";

    private final PatternIndex<Meaning> index = new PatternIndex<>();
    private final Set<String> words = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A pattern that cannot be used.
     *
     * @param key its key
     * @param index its place in the list
     * @param message what is wrong
     */
    record Fault(String key, int index, String message) {}

    /**
     * A pattern in use.
     *
     * @param meaning what it stands for
     * @param index its place in the list of its key, or -1 for one that comes with the fact
     * @param pattern its text
     * @param shape its parts
     * @param program what runs
     */
    record Entry(Meaning meaning, int index, String pattern, Shape shape, Program program) {}

    Lexicon(Flow flow) {
        Map<String, List<String>> synonyms = new TreeMap<>(flow.synonyms());
        synonyms.forEach((key, patterns) -> {
            if (!key.startsWith("<")) {
                Optional<Target> target = target(flow, key);
                for (int i = 0; i < patterns.size(); i++) {
                    if (target.isEmpty()) {
                        faults.add(new Fault(key, i, "no fact, choice or number of the flow is called `" + key + "`"));
                    } else {
                        add(key, i, patterns.get(i), target.get(), synonyms);
                    }
                }
            }
        });
        for (Fact fact : flow.facts()) {
            FormWords.of(fact, flow.texts()).forEach((key, patterns) -> {
                Target target = target(flow, key).orElseThrow();
                patterns.forEach(pattern -> add(key, -1, pattern, target, Map.of()));
            });
        }
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
        return ValueParse.parse(fact, written, _ -> true) instanceof ValueParse.Good(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private void add(String key, int place, String pattern, Target target, Map<String, List<String>> lists) {
        try {
            PatternText.Parsed parsed = PatternText.parse(pattern, lists);
            Meaning meaning = new Meaning(
                    key, target.fact(), target.value().orElse(null), Set.copyOf(parsed.flags()), as(parsed.shape()));
            check(meaning, parsed.shape());
            Program program = new Program(parsed.shape());
            if (program.beginnings().anything()) {
                throw new PatternText.Wrong("it can begin with a gap or match nothing at all");
            }
            index.add(program, meaning);
            words.addAll(program.words());
            entries.add(new Entry(meaning, place, pattern, parsed.shape(), program));
        } catch (PatternText.Wrong e) {
            faults.add(new Fault(key, place, "`" + pattern + "`: " + e.getMessage()));
        }
    }

    private static void check(Meaning meaning, Shape shape) throws PatternText.Wrong {
        Set<String> kinds = new HashSet<>();
        kinds(shape, kinds);
        boolean captures = kinds.contains("#");
        boolean names = kinds.contains("@");
        Set<PatternText.Flag> silent = EnumSet.of(PatternText.Flag.NOT, PatternText.Flag.ASK);
        boolean reads = meaning.flags().stream().noneMatch(silent::contains);
        boolean quantity = meaning.fact().type() == FactType.QUANTITY;
        if (captures && !quantity) {
            throw new PatternText.Wrong("`<amount>` is for quantities only");
        }
        if (captures && meaning.value() != null) {
            throw new PatternText.Wrong("it reads an amount although its key names a value");
        }
        if (!reads || meaning.value() != null) {
            return;
        }
        if (quantity && !captures) {
            throw new PatternText.Wrong("it says no amount: add `<amount>`, or list it under `"
                    + meaning.fact().id() + ".NUMBER`");
        }
        if (!quantity && !(meaning.fact().catalogue() != null && names)) {
            throw new PatternText.Wrong(
                    "it says no value: list it under `" + meaning.fact().id() + ".CHOICE`");
        }
    }

    private static Shape.As as(Shape shape) {
        Set<Shape.As> found = EnumSet.noneOf(Shape.As.class);
        collect(shape, found);
        return found.isEmpty() ? Shape.As.SAID : found.iterator().next();
    }

    private static void collect(Shape shape, Set<Shape.As> found) {
        switch (shape) {
            case Shape.Captured(Shape.As as) -> found.add(as);
            case Shape.Sequence(List<Shape> parts) -> parts.forEach(part -> collect(part, found));
            case Shape.Either(List<Shape> options) -> options.forEach(option -> collect(option, found));
            case Shape.Maybe(Shape part) -> collect(part, found);
            case Shape _ -> {}
        }
    }

    private static void kinds(Shape shape, Set<String> kinds) {
        switch (shape) {
            case Shape.Captured _ -> kinds.add("#");
            case Shape.Name _ -> kinds.add("@");
            case Shape.Sequence(List<Shape> parts) -> parts.forEach(part -> kinds(part, kinds));
            case Shape.Either(List<Shape> options) -> options.forEach(option -> kinds(option, kinds));
            case Shape.Maybe(Shape part) -> kinds(part, kinds);
            case Shape.Word _, Shape.Prefix _, Shape.Number _, Shape.Gap _, Shape.Start _, Shape.End _ -> {}
        }
    }

    PatternIndex<Meaning> index() {
        return index;
    }

    /** Every word that a pattern names. */
    Set<String> words() {
        return words;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
