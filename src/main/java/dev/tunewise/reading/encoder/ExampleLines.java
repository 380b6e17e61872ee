package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The example sentences of a flow.
 *
 * @param facts ids of the facts with examples, in the flow's order
 * @param values values of each fact in its order: choices, `yes` and `no`, and {@link #NOTHING} for an empty list
 * @param lines every sentence once
 * @param stated by fact, for each line the places of the values that it states; an empty list for none
 */
public record ExampleLines(
        List<String> facts,
        Map<String, List<String>> values,
        List<String> lines,
        Map<String, List<Set<Integer>>> stated) {
    /** The value that stands for an empty list. */
    public static final String NOTHING = "nothing";

    private static final String NONE = "none";

    /** The examples of a flow; without any facts where it has none. */
    public static ExampleLines of(Flow flow) {
        Map<String, List<String>> utterances = flow.utterances();
        List<String> facts = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Fact fact : flow.facts()) {
            List<String> known = valuesOf(fact).stream()
                    .filter(value -> utterances.containsKey(fact.id() + "." + value))
                    .toList();
            if (!known.isEmpty()) {
                facts.add(fact.id());
                values.put(fact.id(), known);
                known.forEach(value -> lines.addAll(utterances.getOrDefault(fact.id() + "." + value, List.of())));
            }
        }
        lines.addAll(utterances.getOrDefault(NONE, List.of()));
        List<String> ordered = List.copyOf(lines);
        Map<String, List<Set<Integer>>> stated = new LinkedHashMap<>();
        for (String fact : facts) {
            List<Set<Integer>> labels = new ArrayList<>();
            for (String line : ordered) {
                Set<Integer> places = new LinkedHashSet<>();
                for (int i = 0; i < values.get(fact).size(); i++) {
                    if (utterances.get(fact + "." + values.get(fact).get(i)).contains(line)) {
                        places.add(i);
                    }
                }
                labels.add(places);
            }
            stated.put(fact, labels);
        }
        return new ExampleLines(List.copyOf(facts), values, ordered, stated);
    }

    private static List<String> valuesOf(Fact fact) {
        List<String> values = new ArrayList<>(fact.type() == FactType.YES_NO ? List.of("yes", "no") : fact.choices());
        if (fact.type() == FactType.CHOICES) {
            values.add(NOTHING);
        }
        return values;
    }

    /** A hash of the lines, of what they state and of the encoder's name. */
    String hash(String encoder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((encoder + "\0" + ChoiceLearner.VERSION + "\0" + values + "\0" + lines + "\0" + stated)
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
