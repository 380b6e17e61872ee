package dev.tunewise.conversation.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an answer that belong to no flow. They are plain characters, and so is what is put into them. */
public final class AnswerMessages {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<AnswerMessageKey, String> sentences = new EnumMap<>(AnswerMessageKey.class);

    private AnswerMessages(Properties properties) {
        List<String> problems = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        for (AnswerMessageKey phrase : AnswerMessageKey.values()) {
            String sentence = properties.getProperty(phrase.key());
            unknown.remove(phrase.key());
            if (sentence == null) {
                problems.add("`" + phrase.key() + "` is missing: add it");
                continue;
            }
            List<String> places = PLACE.matcher(sentence)
                    .results()
                    .map(match -> match.group(1))
                    .sorted()
                    .toList();
            if (!places.equals(phrase.places().stream().sorted().toList())) {
                problems.add("`" + phrase.key() + "` must have exactly the places " + phrase.places() + ", found: "
                        + sentence);
            }
            sentences.put(phrase, sentence);
        }
        unknown.forEach(key -> problems.add("`" + key + "` is no phrase: remove it"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Wording of the answer: " + String.join("; ", problems));
        }
    }

    /** Wording from a bundle; every phrase must be there, with exactly its places. */
    public static AnswerMessages of(Properties properties) {
        return new AnswerMessages(properties);
    }

    /** The English wording that comes with the machine. */
    public static AnswerMessages english() {
        return of(BundledProperties.read(AnswerMessages.class, "answer_en.properties"));
    }

    /** A sentence with its values in the order in which {@link AnswerMessageKey} names them. */
    public String text(AnswerMessageKey phrase, Object... values) {
        if (values.length != phrase.places().size()) {
            throw new IllegalArgumentException(
                    phrase + " takes " + phrase.places() + ", found " + values.length + " values");
        }
        String sentence = sentences.getOrDefault(phrase, "");
        Matcher place = PLACE.matcher(sentence);
        return place.replaceAll(match ->
                Matcher.quoteReplacement(String.valueOf(values[phrase.places().indexOf(match.group(1))])));
    }
}
