package dev.tunewise.conversation.answer;

import dev.tunewise.diagnostics.BundledProperties;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What people ask about the figures of a comparison. How they ask it is data beside this class. */
enum FigureQuestion {
    WHY_NOT,
    WHY_BEST,
    FORMULA,
    SOURCE,
    PERIOD,
    DRIVERS,
    BILL,
    BREAK_EVEN,
    HOW_SURE,
    DISCOUNT,
    CALL,
    TUNING,
    TODAY,
    OTHER_MODELS,
    CHEAPEST,
    EFFORT,
    NUMBER;

    private static final int LONGEST = 200;
    private static final Map<FigureQuestion, Pattern> ASKED = load();

    /** Whether its answer counts wrong answers without naming what one costs. */
    boolean restsOnErrors() {
        return switch (this) {
            case TODAY, EFFORT, CALL, DISCOUNT, PERIOD, BILL, SOURCE -> false;
            default -> true;
        };
    }

    /** The first of them that a short text asks; a long one tells a case. */
    static Optional<FigureQuestion> in(String text) {
        String asked = text.strip();
        return asked.length() > LONGEST
                ? Optional.empty()
                : ASKED.entrySet().stream()
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
