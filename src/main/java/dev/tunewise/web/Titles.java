package dev.tunewise.web;

import dev.tunewise.chat.Legible;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.Conversation;

/** Titles of windows. */
final class Titles {
    private static final int LONGEST = 70;

    private Titles() {}

    /** The problem in a few words. */
    static String of(Conversation talk) {
        String words = talk.entries().stream()
                .map(entry -> switch (entry.input()) {
                    case Input.Opened(String text) -> text;
                    case Input.Imported imported -> imported.title();
                    case Input.Said(String text, boolean _) -> text;
                    case Input.Clicked _, Input.Filled _ -> "";
                })
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("Consultation");
        String line = Legible.of(words).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(
                                        0,
                                        line.offsetByCodePoints(
                                                0, Math.min(LONGEST, line.codePointCount(0, line.length())) - 1))
                                .strip()
                        + "…";
    }
}
