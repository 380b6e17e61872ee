package dev.tunewise.reading.intent;

import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.text.WordSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a prompt or another text that somebody pastes to have its tokens counted. What is pasted is never read: a prompt may say what it likes of
 * volumes, labels or stopping.
 */
public final class PastedText {
    /** The words before what is pasted stand at the start. */
    private static final int LONGEST_HEAD = 160;

    /** "count tokens: ...", "how many tokens is this: ...", "how many tokens does our prompt have? ```...```". */
    private static final Pattern COUNTS = WordSet.pattern("pasted text: counts");

    /** "this is our prompt: ...", "here's our system prompt: ...", "our prompt: ```...```". */
    private static final Pattern SHOWS = WordSet.pattern("pasted text: shows");

    private static final String FENCE = "```";

    /** `intent`: what is to be counted. `rest`: what they wrote around it, which is read like any message. */
    public record Found(Intent.Tokens intent, String rest) {}

    public static Optional<Found> in(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST_HEAD));
        Matcher counts = COUNTS.matcher(head);
        if (counts.find()) {
            return Optional.of(found(text, counts.end(), counts.group("kind")));
        }
        Matcher shows = SHOWS.matcher(head);
        if (!shows.find()) {
            return Optional.empty();
        }
        boolean fenced = text.startsWith(FENCE, shows.end());
        // "our prompt: nothing special so far" is an answer, "this is our prompt:" announces one
        boolean announced = shows.group("open") != null && shows.group("more").isBlank();
        boolean prompt = part(shows.group("kind")) == Intent.Tokens.Part.PROMPT;
        return fenced || (announced && prompt && !text.substring(shows.end()).isBlank())
                ? Optional.of(found(text, shows.end(), shows.group("kind")))
                : Optional.empty();
    }

    private static Found found(String text, int start, @Nullable String kind) {
        int open = text.indexOf(FENCE, start);
        if (open < 0 || !text.substring(start, open).isBlank()) {
            return new Found(new Intent.Tokens(unquoted(text.substring(start).strip()), part(kind)), "");
        }
        int close = text.lastIndexOf(FENCE);
        String inside =
                close > open ? text.substring(open + FENCE.length(), close) : text.substring(open + FENCE.length());
        String rest = close > open ? text.substring(close + FENCE.length()) : "";
        return new Found(new Intent.Tokens(inside.strip(), part(kind)), rest);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("“") && text.endsWith("”"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Intent.Tokens.Part part(@Nullable String kind) {
        String said = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
        if (said.isEmpty() || said.equals("text")) {
            return Intent.Tokens.Part.UNKNOWN;
        }
        if (said.contains("prompt") || said.startsWith("system") || said.startsWith("instruction")) {
            return Intent.Tokens.Part.PROMPT;
        }
        boolean output = said.matches("(output|answer|response|repl|completion).*");
        return output ? Intent.Tokens.Part.OUTPUT : Intent.Tokens.Part.INPUT;
    }
}
