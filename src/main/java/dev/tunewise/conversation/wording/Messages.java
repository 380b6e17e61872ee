package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Text;
import dev.tunewise.diagnostics.BundledProperties;
import dev.tunewise.money.AmountMention;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The machine's own sentences in one language. What is put into a sentence keeps plain characters: only the sentence itself may carry light
 * marks, so nothing that people type can format or link.
 */
public final class Messages {
    /** Stands in a parsed sentence where the n-th value goes. */
    private static final char PLACE = '\uE000';

    /** `{count:answer is|answers are}`: the first words where the value is one, the second where it is any other. */
    private static final Pattern NUMBERED = Pattern.compile("\\{([a-z]+):([^|{}]*)\\|([^|{}]*)}");

    private static final Pattern CHOICE = Pattern.compile("([\uE100-\uE11F])([^\uE120]*)\uE120([^\uE121]*)\uE121");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A key with the names of its places: `changed(label,old,new)`. */
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]+)(?:\\(([a-z,]+)\\))?");

    private final Map<String, Sentence> sentences = new HashMap<>();

    private record Sentence(List<String> places, Text text) {}

    private Messages(Properties properties) {
        List<String> problems = new ArrayList<>();
        for (String signature : properties.stringPropertyNames()) {
            Matcher key = KEY.matcher(signature);
            if (!key.matches()) {
                problems.add("`" + signature + "` is no key: write `key` or `key(place,place)`");
                continue;
            }
            List<String> places =
                    key.group(2) == null ? List.of() : List.of(key.group(2).split(","));
            Text text = Text.marked(placed(key.group(1), places, properties.getProperty(signature), problems));
            if (sentences.put(key.group(1), new Sentence(places, text)) != null) {
                problems.add("`" + key.group(1) + "` stands twice, with different places: remove one");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Wording of the conversation: " + String.join("; ", problems));
        }
    }

    /** Wording from a bundle whose keys name the places of their sentences. */
    static Messages of(Properties properties) {
        return new Messages(properties);
    }

    public static Messages english() {
        return English.MESSAGES;
    }

    /** Read once, when it is first wanted. */
    private static final class English {
        private static final Messages MESSAGES = of(BundledProperties.read(Messages.class, "wording_en.properties"));
    }

    /** Its keys, each with the names of its places in the order in which values are given. */
    Map<String, List<String>> keys() {
        return sentences.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, sentence -> sentence.getValue().places()));
    }

    /**
     * @param values in the order in which the key names its places
     * @throws IllegalArgumentException if there is no such key, or it has another number of places
     */
    public Text text(String key, Object... values) {
        Sentence sentence = sentences.get(key);
        if (sentence == null || values.length != sentence.places().size()) {
            throw new IllegalArgumentException("`" + key + "` takes "
                    + (sentence == null ? "nothing: the wording has no such key" : sentence.places()) + ", found "
                    + values.length + " values");
        }
        List<Text.Span> spans = new ArrayList<>();
        for (Text.Span span : sentence.text().spans()) {
            fill(span, values, spans);
        }
        return new Text(spans);
    }

    /** The same as plain characters. */
    public String plain(String key, Object... values) {
        return text(key, values).characters();
    }

    /** What a question is called; where people may see no costs and its own words name an amount of money, words that name none. */
    public String title(String question, boolean costs) {
        return costs || !AmountMention.in(question) ? question : plain("title-without-costs");
    }

    /** A day, for example `1 March 2027`. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String placed(String key, List<String> places, String sentence, List<String> problems) {
        String placed = sentence;
        for (int i = 0; i < places.size(); i++) {
            String place = "{" + places.get(i) + "}";
            if (!placed.contains(place)) {
                problems.add("`" + key + "` lacks " + place);
            }
            placed = placed.replace(place, String.valueOf((char) (PLACE + i)));
        }
        placed = NUMBERED.matcher(placed)
                .replaceAll(found -> Matcher.quoteReplacement(
                        places.contains(found.group(1))
                                ? (char) ('\uE100' + places.indexOf(found.group(1)))
                                        + found.group(2)
                                        + '\uE120'
                                        + found.group(3)
                                        + '\uE121'
                                : found.group()));
        if (placed.indexOf('{') >= 0) {
            problems.add("`" + key + "` has a placeholder beyond " + places + ": " + sentence);
        }
        return placed;
    }

    private static void fill(Text.Span span, Object[] values, List<Text.Span> into) {
        String text = CHOICE.matcher(span.text())
                .replaceAll(found -> Matcher.quoteReplacement(found.group(
                        String.valueOf(values[found.group(1).charAt(0) - '\uE100'])
                                        .equals("1")
                                ? 2
                                : 3)));
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            int place = text.charAt(i) - PLACE;
            if (place < 0 || place >= values.length) {
                continue;
            }
            if (i > start) {
                into.add(span.with(text.substring(start, i)));
            }
            if (values[place] instanceof Text value && span instanceof Text.Plain) {
                into.addAll(value.spans());
            } else {
                String value = values[place] instanceof Text shown ? shown.characters() : String.valueOf(values[place]);
                if (!value.isEmpty()) {
                    into.add(span.with(value));
                }
            }
            start = i + 1;
        }
        if (start < text.length()) {
            into.add(span.with(text.substring(start)));
        }
    }
}
