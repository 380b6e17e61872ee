package dev.tunewise.reading.encoder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a question, or of something told, say of its kind, beside its vector: words and pairs of neighbours that the examples of a
 * kind hold more often than those of others.
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

    /** What it is worth in the odds of a proposal; of 322 choices that strangers told, 4 points more are right with it. */
    private static final double WORTH = 0.05;

    /** `rarity`: how little a word is used; `more`: how much oftener some kinds use it. */
    private record Feature(float rarity, int[] kinds, float[] more) {
        Feature with(Map<Integer, Float> byKind, float all) {
            int[] kinds = byKind.keySet().stream().mapToInt(kind -> kind).toArray();
            float[] more = new float[kinds.length];
            float sum = 0;
            for (float each : byKind.values()) {
                sum += each;
            }
            for (int i = 0; i < kinds.length; i++) {
                more[i] =
                        (float) Math.log(1 + byKind.getOrDefault(kinds[i], 0f) * all / (USUAL * Math.max(1e-6f, sum)));
            }
            return new Feature(rarity, kinds, more);
        }
    }

    private static final Feature NOTHING = new Feature(0, new int[0], new float[0]);

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
                features.put(word, new Feature(unknown - (float) Math.log(times), NOTHING.kinds, NOTHING.more));
            }
        });
        base = new float[lines.kinds().size()];
        Map<String, Map<Integer, Float>> sums = new HashMap<>();
        float total = 0;
        for (int line = 0; line < lines.lines().size(); line++) {
            int kind = lines.asked().get(line);
            for (Map.Entry<String, Float> word :
                    weights(lines.lines().get(line)).entrySet()) {
                sums.computeIfAbsent(word.getKey(), _ -> new TreeMap<>()).merge(kind, word.getValue(), Float::sum);
                base[kind] += word.getValue();
                total += word.getValue();
            }
        }
        float all = total;
        sums.forEach((word, byKind) -> features.computeIfPresent(word, (_, feature) -> feature.with(byKind, all)));
        for (int kind = 0; kind < base.length; kind++) {
            base[kind] = (float) Math.log(USUAL / (base[kind] + USUAL));
        }
    }

    /** How much the words of a text speak for each kind; 0 is the mean of all. */
    float[] of(String text) {
        float[] sums = new float[base.length];
        float weight = 0;
        for (Map.Entry<String, Float> word : weights(text).entrySet()) {
            weight += word.getValue();
            Feature feature = features.getOrDefault(word.getKey(), NOTHING);
            for (int i = 0; i < feature.kinds.length; i++) {
                sums[feature.kinds[i]] += word.getValue() * feature.more[i];
            }
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

    /** What the words add to the odds of a kind: by how much they speak more for it than for none, and than for the one they speak for most. */
    static double odds(float[] said, int kind) {
        float most = said[0];
        for (float each : said) {
            most = Math.max(most, each);
        }
        return WORTH * (2 * said[kind] - said[0] - most);
    }

    /** The known words of a text, together of length 1; what is not known counts in the length, so that foreign matter says little. */
    private Map<String, Float> weights(String text) {
        Map<String, Float> weights = new HashMap<>();
        float square = 0;
        for (Map.Entry<String, Integer> word : counts(text).entrySet()) {
            Feature feature = features.get(word.getKey());
            float weight = (feature == null ? unknown : feature.rarity) * (1 + (float) Math.log(word.getValue()));
            boolean pair = word.getKey().contains(" ");
            square += feature == null && pair ? 0 : weight * weight;
            if (feature != null) {
                weights.put(word.getKey(), weight);
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
