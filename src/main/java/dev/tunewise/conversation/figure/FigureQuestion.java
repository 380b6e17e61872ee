package dev.tunewise.conversation.figure;

import dev.tunewise.diagnostics.BundledProperties;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What people ask about the figures of a comparison. How they ask it is data beside this class. */
public enum FigureQuestion {
    WHY_NOT,
    WHY_BEST,
    FORMULA,
    PERIOD,
    SOURCE,
    DRIVERS,
    BILL,
    BREAK_EVEN,
    HOW_SURE,
    DISCOUNT,
    CALL,
    TUNING,
    TODAY,
    DEAREST,
    OTHER_MODELS,
    CHEAPEST,
    EFFORT,
    NUMBER,
    OPTIONS,
    LINES,
    WORTH,
    OPTION;

    private static final int LONGEST = 200;
    private static final Map<FigureQuestion, Pattern> ASKED = load();

    /** Between two questions. */
    private static final Pattern AND = words("and-then");

    /** Whether its answer counts wrong answers without naming what one costs. */
    boolean restsOnErrors() {
        return switch (this) {
            case TODAY, EFFORT, CALL, DISCOUNT, PERIOD, BILL, SOURCE, LINES -> false;
            default -> true;
        };
    }

    /** Whether its answer names what options come to in total. */
    boolean tellsTotals() {
        return switch (this) {
            case WHY_NOT, WHY_BEST, CHEAPEST, DEAREST, OTHER_MODELS, TUNING, NUMBER, OPTIONS, OPTION -> true;
            default -> false;
        };
    }

    /** Whether its answer calls an option the best without saying what decided. */
    boolean ranks() {
        return this == OTHER_MODELS || this == NUMBER || this == CHEAPEST || this == WORTH;
    }

    /** Whether people may ask it of anything: only in a case with a volume is it asked of the table. */
    boolean needsVolume() {
        return switch (this) {
            case DEAREST, OPTIONS, LINES, WORTH, OPTION -> true;
            default -> false;
        };
    }

    /** What a short text asks, by its words: each of its parts, or else the first of them that it asks as a whole; a long one tells a case. */
    public static Map<String, FigureQuestion> in(String text) {
        String asked = text.strip();
        if (asked.length() > LONGEST) {
            return Map.of();
        }
        Map<String, FigureQuestion> parts = new LinkedHashMap<>();
        String[] words = AND.split(asked);
        for (String part : words) {
            first(part).ifPresent(question -> parts.put(part, question));
        }
        return parts.size() == words.length
                ? parts
                : first(asked).map(question -> Map.of(asked, question)).orElse(Map.of());
    }

    public static boolean isIn(String text) {
        return !in(text).isEmpty();
    }

    private static Optional<FigureQuestion> first(String asked) {
        return ASKED.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(asked).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<FigureQuestion, Pattern> load() {
        Map<FigureQuestion, Pattern> asked = new EnumMap<>(FigureQuestion.class);
        for (FigureQuestion question : values()) {
            asked.put(question, words(question.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return asked;
    }

    /** What stands under a key of the data beside this class. */
    static Pattern words(String key) {
        Properties properties = BundledProperties.read(FigureQuestion.class, "figure-questions_en.properties");
        return Pattern.compile(properties.getProperty(key), Pattern.CASE_INSENSITIVE);
    }
}
