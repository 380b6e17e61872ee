package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The machine's own sentences in one language. What is put into a sentence keeps plain characters: only the sentence itself may carry light
 * marks, so nothing that people type can format or link.
 */
public final class Messages {
    /** Stands in a parsed sentence where the n-th value goes. */
    private static final char PLACE = '\uE000';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Map<MessageKey, Text> sentences = new EnumMap<>(MessageKey.class);

    private Messages(Properties properties) {
        List<String> problems = new ArrayList<>();
        for (MessageKey phrase : MessageKey.values()) {
            String sentence = properties.getProperty(phrase.key());
            if (sentence == null) {
                problems.add("`" + phrase.key() + "` is missing: add it");
            } else {
                sentences.put(phrase, Text.marked(placed(phrase, sentence, problems)));
            }
        }
        TreeSet<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        for (MessageKey phrase : MessageKey.values()) {
            unknown.remove(phrase.key());
        }
        unknown.forEach(key -> problems.add("`" + key + "` is no phrase: remove it"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Wording of the conversation: " + String.join("; ", problems));
        }
    }

    /** Wording from a bundle; every phrase must be there, with exactly its placeholders. */
    public static Messages of(Properties properties) {
        return new Messages(properties);
    }

    /** The English wording that comes with the machine. */
    public static Messages english() {
        return of(BundledProperties.read(Messages.class, "wording_en.properties"));
    }

    /** A sentence with its values in the order in which {@link MessageKey} names them. */
    public Text text(MessageKey phrase, Object... values) {
        if (values.length != phrase.places().size()) {
            throw new IllegalArgumentException(
                    phrase + " takes " + phrase.places() + ", found " + values.length + " values");
        }
        List<Text.Span> spans = new ArrayList<>();
        for (Text.Span span : sentence(phrase).spans()) {
            fill(span, values, spans);
        }
        return new Text(spans);
    }

    /** A day, for example `1 March 2027`. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The same as plain characters. */
    public String plain(MessageKey phrase, Object... values) {
        return text(phrase, values).characters();
    }

    private Text sentence(MessageKey phrase) {
        Text sentence = sentences.get(phrase);
        if (sentence == null) {
            throw new IllegalStateException("No sentence for " + phrase);
        }
        return sentence;
    }

    private static String placed(MessageKey phrase, String sentence, List<String> problems) {
        String placed = sentence;
        for (int i = 0; i < phrase.places().size(); i++) {
            String place = "{" + phrase.places().get(i) + "}";
            if (!placed.contains(place)) {
                problems.add("`" + phrase.key() + "` lacks " + place);
            }
            placed = placed.replace(place, String.valueOf((char) (PLACE + i)));
        }
        if (placed.indexOf('{') >= 0) {
            problems.add("`" + phrase.key() + "` has a placeholder beyond " + phrase.places() + ": " + sentence);
        }
        return placed;
    }

    private static void fill(Text.Span span, Object[] values, List<Text.Span> into) {
        String text = span.text();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            int place = text.charAt(i) - PLACE;
            if (place < 0 || place >= values.length) {
                continue;
            }
            if (i > start) {
                into.add(like(span, text.substring(start, i)));
            }
            if (values[place] instanceof Text value && span instanceof Text.Plain) {
                into.addAll(value.spans());
            } else {
                String value = values[place] instanceof Text shown ? shown.characters() : String.valueOf(values[place]);
                if (!value.isEmpty()) {
                    into.add(like(span, value));
                }
            }
            start = i + 1;
        }
        if (start < text.length()) {
            into.add(like(span, text.substring(start)));
        }
    }

    private static Text.Span like(Text.Span span, String text) {
        return switch (span) {
            case Text.Plain _ -> new Text.Plain(text);
            case Text.Strong _ -> new Text.Strong(text);
            case Text.Emphasis _ -> new Text.Emphasis(text);
            case Text.Code _ -> new Text.Code(text);
            case Text.Link(String _, String url) -> new Text.Link(text, url);
        };
    }
}
