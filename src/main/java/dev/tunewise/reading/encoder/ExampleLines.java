package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The example sentences of a flow.
 *
 * @param facts ids of the facts with examples, in the flow's order
 * @param values values of each fact in its order: choices, `yes` and `no`, and {@link #NOTHING} for an empty list
 * @param stated for each fact, and there for each line, the places of the values that it states; an empty set for none
 */
public record ExampleLines(
        List<String> facts, List<List<String>> values, List<String> lines, List<List<Set<Integer>>> stated) {
    /** The value that stands for an empty list. */
    public static final String NOTHING = "nothing";

    private static final String NONE = "none";

    /** The examples of a flow; without any facts where it has none. */
    public static ExampleLines of(Flow flow) {
        List<String> facts = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Fact fact : flow.facts()) {
            if (flow.isAsked(fact.id())) {
                continue;
            }
            List<String> known = valuesOf(fact).stream()
                    .filter(value -> flow.utterances().containsKey(fact.id() + "." + value))
                    .toList();
            if (!known.isEmpty()) {
                facts.add(fact.id());
                values.add(known);
                known.forEach(value -> lines.addAll(lines(flow, fact.id() + "." + value)));
            }
        }
        lines.addAll(lines(flow, NONE));
        List<String> ordered = List.copyOf(lines);
        List<List<Set<Integer>>> stated = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            stated.add(stated(flow, facts.get(fact), values.get(fact), ordered));
        }
        return new ExampleLines(List.copyOf(facts), values, ordered, stated);
    }

    private static List<Set<Integer>> stated(Flow flow, String fact, List<String> values, List<String> lines) {
        List<Set<String>> theirs = values.stream()
                .map(value -> Set.copyOf(lines(flow, fact + "." + value)))
                .toList();
        List<Set<Integer>> stated = new ArrayList<>();
        for (String line : lines) {
            Set<Integer> places = new LinkedHashSet<>();
            for (int i = 0; i < theirs.size(); i++) {
                if (theirs.get(i).contains(line)) {
                    places.add(i);
                }
            }
            // Nearly every line states nothing of nearly every fact.
            stated.add(places.isEmpty() ? Set.of() : places);
        }
        return stated;
    }

    /** The lines by what they say: the first kind is nothing, then comes each value of each fact. */
    QuestionLines byKind() {
        List<String> kinds = new ArrayList<>(List.of(NOTHING));
        List<Integer> said = new ArrayList<>();
        List<String> saying = new ArrayList<>();
        Set<String> silent = new LinkedHashSet<>(lines);
        for (int fact = 0; fact < facts.size(); fact++) {
            for (int value = 0; value < values.get(fact).size(); value++) {
                for (int line = 0; line < lines.size(); line++) {
                    if (stated.get(fact).get(line).contains(value)) {
                        said.add(kinds.size());
                        saying.add(lines.get(line));
                        silent.remove(lines.get(line));
                    }
                }
                kinds.add(facts.get(fact) + "=" + values.get(fact).get(value));
            }
        }
        silent.forEach(_ -> said.add(0));
        saying.addAll(silent);
        return new QuestionLines(kinds, said, saying);
    }

    private static List<String> lines(Flow flow, String key) {
        return flow.utterances().getOrDefault(key, List.of());
    }

    private static List<String> valuesOf(Fact fact) {
        List<String> values = new ArrayList<>(fact.type() == FactType.YES_NO ? List.of("yes", "no") : fact.choices());
        if (fact.type() == FactType.CHOICES) {
            values.add(NOTHING);
        }
        return values;
    }

    /** A hash of the lines, of what they state, of the example questions, of the way of learning and of the encoder's name. */
    String hash(String encoder, List<QuestionLines> questions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((encoder + "\0" + ChoiceLearner.VERSION + "\0" + values + "\0" + lines + "\0" + stated + "\0"
                            + questions)
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
