package dev.tunewise.price.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts the name of a model into words that can be compared: "claude-sonnet-4-6-20260115" is claude, sonnet, 4.6. */
public final class ModelNameTokens {
    private static final Pattern REVISION = Pattern.compile("(:free|:latest|[-:]v\\d+:\\d+|-v\\d(?=$|:)|:\\d+)$");
    private static final Pattern LONG_DATE = Pattern.compile("[-@ ]?20\\d{2}[-]?[01]\\d[-]?[0-3]\\d");
    private static final Pattern MONTH_YEAR = Pattern.compile("[-@][01]\\d-20\\d{2}");
    private static final Pattern SHORT_DATE = Pattern.compile("[-@](0[1-9]|1[0-2])-?([0-2]\\d|3[01])(?=$|-)");
    private static final Pattern BUILD = Pattern.compile("-00\\d(?=$|-)");
    private static final Pattern SPLIT_VERSION = Pattern.compile("(?<![0-9.])(\\d{1,2})[-_ ](\\d{1,2})(?![0-9a-z.])");
    private static final Pattern LETTERS_THEN_DIGIT = Pattern.compile("([a-z]{2,})(?=\\d)");
    private static final Pattern DIGIT_THEN_WORD =
            Pattern.compile("(\\d)(?=(?:mini|nano|pro|turbo|sonnet|opus|haiku|flash|lite|sol|luna|terra))");
    private static final Pattern CUT = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern OUTER_DOTS = Pattern.compile("^\\.+|\\.+$");
    private static final Pattern WHOLE_VERSION = Pattern.compile("^(\\d+)\\.0$");
    /** Words that say nothing about the price. */
    private static final Set<String> SILENT = Set.of("""
                latest preview instruct chat it versatile instant hf fp8 model models api the ai exp experimental by
                on via from with version text cheapest listed new our a an using use we inc meta generate
                """.strip().split("\\s+"));

    public static List<String> of(String name) {
        String text = name.toLowerCase(Locale.ROOT).strip();
        text = REVISION.matcher(text).replaceAll("");
        text = MONTH_YEAR.matcher(text).replaceAll(" ");
        text = LONG_DATE.matcher(text).replaceAll(" ");
        text = SHORT_DATE.matcher(text).replaceAll("");
        text = BUILD.matcher(text).replaceAll("");
        text = text.replace("flashlite", "flash lite").replace("chatgpt", "gpt").replace("chat gpt", "gpt");
        text = SPLIT_VERSION.matcher(text).replaceAll("$1.$2");
        text = LETTERS_THEN_DIGIT.matcher(text).replaceAll("$1 ");
        text = DIGIT_THEN_WORD.matcher(text).replaceAll("$1 ");
        List<String> words = new ArrayList<>();
        for (String word : CUT.split(text)) {
            String clean = WHOLE_VERSION
                    .matcher(OUTER_DOTS.matcher(word).replaceAll(""))
                    .replaceAll("$1");
            if (!clean.isEmpty() && !SILENT.contains(clean) && !words.contains(clean)) {
                words.add(clean);
            }
        }
        return words;
    }
}
