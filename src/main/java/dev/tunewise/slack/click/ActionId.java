package dev.tunewise.slack.click;

import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.SlackLimits;
import java.util.Locale;
import java.util.Optional;

/**
 * What the id of a button, menu or field says.
 *
 * @param number makes it unique in its message
 * @param about the fact it asks about; empty when the code it carries says everything
 */
public record ActionId(Kind kind, int number, String about) {
    public enum Kind {
        /** The value is an {@link SlackActionCode}. */
        DO,
        /** A menu whose value is an {@link OptionCode} for the fact. */
        PICK,
        /** A field with several values, read when {@link #TAKE} is clicked. */
        MANY,
        /** Takes what is chosen in the field of the fact. */
        TAKE,
        /** Opens a window to type the answer to one fact. */
        TYPE,
        /** Opens the form of the post, or the questions of its card. */
        FORM,
        /** Opens a folded part; the value is its number. */
        FOLD,
        /** Opens an address in the browser; nothing is left to do. */
        LINK,
        /** Opens the window that starts a consultation; the value is the direct message with the person. */
        START,
        /** Chooses the channel for summaries; the value is its id, or empty for none; about the direct message with the person. */
        CHANNEL,
        FIELD
    }

    public String text() {
        return Truncate.head(kind.name().toLowerCase(Locale.ROOT) + "." + number + "." + about, SlackLimits.ID);
    }

    /** Reads an id that {@link #text()} wrote; empty for others. */
    public static Optional<ActionId> read(String id) {
        String[] parts = id.split("\\.", 3);
        if (parts.length < 3 || !parts[1].matches("\\d{1,4}")) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(parts[0])) {
                return Optional.of(new ActionId(kind, Integer.parseInt(parts[1]), parts[2]));
            }
        }
        return Optional.empty();
    }
}
