package dev.tunewise.conversation.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an input may hold. Longer text is cut, characters that control screens or stores are dropped; the rest is kept as typed. */
public final class InputLimits {
    /** The most characters of a text that are read and kept. */
    public static final int TEXT = 40_000;

    private static final int NAME = 80;
    private static final int FIELDS = 200;
    /** A record may hold an answer to each question of a flow. */
    private static final int IMPORTED = 1_000;

    private static final int FIELD = 1_000;

    /** The input as it is read and kept. */
    public static UserInput within(UserInput input) {
        return switch (input) {
            case UserInput.Opened(String text) -> new UserInput.Opened(text(text, TEXT));
            case UserInput.Said(String text, boolean addressed) -> new UserInput.Said(text(text, TEXT), addressed);
            case UserInput.Edited(String text, boolean addressed, List<Long> entries) ->
                new UserInput.Edited(text(text, TEXT), addressed, entries);
            case UserInput.TimeCame came -> came;
            case UserInput.Filled(Map<String, String> values) -> new UserInput.Filled(fields(values));
            case UserInput.Imported(
                    String title,
                    List<Change.Recorded> facts,
                    List<Change.Preset> parameters,
                    List<String> remarks) ->
                new UserInput.Imported(
                        text(title, TEXT),
                        facts.stream().limit(IMPORTED).map(InputLimits::within).toList(),
                        parameters.stream()
                                .limit(FIELDS)
                                .map(InputLimits::within)
                                .toList(),
                        remarks.stream()
                                .limit(FIELDS)
                                .map(remark -> text(remark, FIELD))
                                .toList());
            case UserInput.Clicked clicked -> clicked;
        };
    }

    /** Says whether a text that is meant for us is longer than what is read. */
    public static boolean tooLong(UserInput input) {
        return switch (input) {
            case UserInput.Opened(String text) -> text.length() > TEXT;
            case UserInput.Said(String text, boolean addressed) -> addressed && text.length() > TEXT;
            case UserInput.Edited _,
                    UserInput.Filled _,
                    UserInput.Clicked _,
                    UserInput.TimeCame _,
                    UserInput.Imported _ -> false;
        };
    }

    public static Author within(Author author) {
        String name = name(author.name());
        return new Author(author.id(), name.isEmpty() ? author.id() : name);
    }

    private static Change.Recorded within(Change.Recorded fact) {
        return new Change.Recorded(
                fact.fact(),
                fact.value(),
                fact.assumed(),
                name(fact.author()),
                fact.at(),
                text(fact.quote(), FIELD),
                fact.from());
    }

    private static Change.Preset within(Change.Preset preset) {
        return new Change.Preset(
                preset.parameter(), preset.value(), name(preset.author()), preset.at(), text(preset.quote(), FIELD));
    }

    private static String name(String name) {
        return text(name, NAME).replaceAll("\\s+", " ").strip();
    }

    private static Map<String, String> fields(Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        values.entrySet().stream()
                .limit(FIELDS)
                .forEach(field -> fields.put(text(field.getKey(), FIELD), text(field.getValue(), FIELD)));
        return fields;
    }

    /** At most so many characters, without control characters, halves of pairs and marks that turn the direction of text around. */
    private static String text(String text, int most) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && clean.length() < most; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean fits = clean.length() + Character.charCount(point) <= most;
            if (fits && (point == '\n' || point == '\t' || allowed(point))) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    private static boolean allowed(int point) {
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !Character.isISOControl(point) && !turns && !half;
    }
}
