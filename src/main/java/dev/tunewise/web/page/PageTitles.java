package dev.tunewise.web.page;

import dev.tunewise.chat.Truncate;
import dev.tunewise.chat.VisibleText;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Conversation;

/** Titles of windows. */
public final class PageTitles {
    private static final int LONGEST = 70;

    public static String of(Conversation talk) {
        String words = talk.entries().stream()
                .map(entry -> switch (entry.input()) {
                    case UserInput.Opened(String text) -> text;
                    case UserInput.Imported imported -> imported.title();
                    case UserInput.Said(String text, boolean _) -> text;
                    case UserInput.Edited(String text, boolean _, var _) -> text;
                    case UserInput.Clicked _, UserInput.Filled _, UserInput.TimeCame _ -> "";
                })
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("Consultation");
        return Truncate.to(VisibleText.of(words).strip().replaceAll("\\s+", " "), LONGEST);
    }
}
