package dev.tunewise.reading.encoder;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a question say of its kind, beside its vector: words and pairs of neighbours that the examples of a kind hold more often
 * than those of others.
 */
final class WordEvidence {
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,][0-9]+)*");
    private static final String FIGURE = "#";
    /** Longer words count by their beginning. */
    private static final int STEM = 7;

    private static final int SHORT = 3;
    /** A word of one line only may be chance. */
    private static final int SELDOM = 2;
    /** So many lines of the usual mixture stand for what the few of a kind do not hold. */
    private static final float USUAL = 2;

    /** `rarity`: how little a word is used; `more`: how much oftener each kind uses it. */
    private record Feature(float rarity, Map<Integer, Float> more) {}

    private final Map<String, Feature> features = new HashMap<>();
    private final float[] base;
    private final float unknown;

    WordEvidence(QuestionLines lines) {
        Map<String, Integer> held = new HashMap<>();
        for (String line : lines.lines()) {
            counts(line).keySet().forEach(word -> held.merge(word, 1, Integer::sum));
        }
        unknown = (float) Math.log(Math.max(2, lines.lines().size()));
        held.forEach((word, times) -> {
            if (times >= SELDOM) {
                features.put(word, new Feature(unknown - (float) Math.log(times), new HashMap<>(4)));
            }
        });
        base = new float[lines.kinds().size()];
        float[] total = new float[1];
        for (int line = 0; line < lines.lines().size(); line++) {
            int kind = lines.asked().get(line);
            weights(lines.lines().get(line)).forEach((word, weight) -> {
                word.more.merge(kind, weight, Float::sum);
                base[kind] += weight;
                total[0] += weight;
            });
        }
        features.values().forEach(word -> {
            float sum = 0;
            for (float each : word.more.values()) {
                sum += each;
            }
            float usual = Math.max(1e-6f, USUAL * sum / total[0]);
            word.more.replaceAll((_, weight) -> (float) Math.log(1 + weight / usual));
        });
        for (int kind = 0; kind < base.length; kind++) {
            base[kind] = (float) Math.log(USUAL / (base[kind] + USUAL));
        }
    }

    /** How much the words of a text speak for each kind; 0 is the mean of all. */
    float[] of(String text) {
        float[] sums = new float[base.length];
        Map<Feature, Float> weights = weights(text);
        float weight = 0;
        for (Map.Entry<Feature, Float> word : weights.entrySet()) {
            weight += word.getValue();
            word.getKey().more.forEach((kind, more) -> sums[kind] += word.getValue() * more);
        }
        for (int kind = 0; kind < sums.length; kind++) {
            sums[kind] += weight * base[kind];
        }
        float mean = LearnedQuestions.mean(sums);
        for (int kind = 0; kind < sums.length; kind++) {
            sums[kind] -= mean;
        }
        return sums;
    }

    /** The known words of a text, together of length 1; what is not known counts in the length, so that foreign matter says little. */
    private Map<Feature, Float> weights(String text) {
        Map<Feature, Float> weights = new IdentityHashMap<>();
        float square = 0;
        for (Map.Entry<String, Integer> word : counts(text).entrySet()) {
            Feature feature = features.get(word.getKey());
            float weight = (feature == null ? unknown : feature.rarity) * (1 + (float) Math.log(word.getValue()));
            boolean pair = word.getKey().contains(" ");
            square += feature == null && pair ? 0 : weight * weight;
            if (feature != null) {
                weights.put(feature, weight);
            }
        }
        float length = Math.max(1e-6f, (float) Math.sqrt(square));
        weights.replaceAll((_, weight) -> weight / length);
        return weights;
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        String before = "";
        while (word.find()) {
            String stem = stem(word.group());
            counts.merge(stem, 1, Integer::sum);
            if (!before.isEmpty()) {
                counts.merge(before + " " + stem, 1, Integer::sum);
            }
            before = stem;
        }
        return counts;
    }

    private static String stem(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return FIGURE;
        }
        boolean plural = word.length() > SHORT && word.endsWith("s") && !word.endsWith("ss");
        return word.length() > STEM ? word.substring(0, STEM) : plural ? word.substring(0, word.length() - 1) : word;
    }
}
