package dev.tunewise.reading.text;

import java.util.Set;

/** Words whose number follows them, so that it names and does not count: "version 3", "step 4", "sonnet 5". */
final class NumberedNouns {
    private static final Set<String> WORDS = WordSet.of("""
            version v step phase level tier top number no nr ticket issue pr class category chapter section page room
            team model option question point rule line gpt claude sonnet opus haiku gemini llama qwen mistral grok
            nova fable python java phi gemma sprint week day month year quarter q figure table port id run round epoch
            part plan slide item field
            """);

    private NumberedNouns() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
