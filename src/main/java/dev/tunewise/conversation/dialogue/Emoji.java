package dev.tunewise.conversation.dialogue;

import java.util.Map;
import java.util.regex.Pattern;

/** What people say with a picture alone, as platforms write it: "👍", ":+1:". */
public final class Emoji {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("👍", "yes"),
            Map.entry(":+1:", "yes"),
            Map.entry(":thumbsup:", "yes"),
            Map.entry("👌", "yes"),
            Map.entry(":ok_hand:", "yes"),
            Map.entry("✅", "yes"),
            Map.entry(":white_check_mark:", "yes"),
            Map.entry("👎", "no"),
            Map.entry(":-1:", "no"),
            Map.entry(":thumbsdown:", "no"),
            Map.entry("❌", "no"),
            Map.entry(":x:", "no"),
            Map.entry("🤷", "i don't know"),
            Map.entry(":shrug:", "i don't know"),
            Map.entry("🙏", "thanks"),
            Map.entry(":pray:", "thanks"));

    /** Colours of skin, the joined signs of man and woman, and how a sign is drawn. */
    private static final Pattern VARIANTS =
            Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]|\\x{200D}[♀♂]|::skin-tone-\\d:|(?<=:)skin-tone-\\d:");

    private Emoji() {}

    /** The words of a text that is nothing but such a picture; else the text. */
    public static String words(String text) {
        return WORDS.getOrDefault(VARIANTS.matcher(text.strip()).replaceAll(""), text);
    }
}
