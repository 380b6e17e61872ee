package dev.tunewise.teams.handle;

import dev.tunewise.chat.Text;
import dev.tunewise.teams.deliver.ConversationReference;

/**
 * The few words that only Teams needs: how the bot is called there, its menu on messages, and its own remedies. Every other word is in
 * {@code chat} or {@code conversation}, where the other channels find it too.
 */
final class TeamsPhrases {
    static final String CALLED = "@Tunewise";

    /** The command in the menu of a message, by the same name as in the manifest. */
    static final String ABOUT_MESSAGE = "Ask Tunewise about this";

    /** How the bot is called in a place: where nobody else listens, not at all. */
    static String called(ConversationReference place) {
        return place.kind() == ConversationReference.Kind.PERSONAL ? "" : CALLED;
    }

    /** How to name a channel: only those of the team can be written into. */
    static Text nameChannel() {
        return Text.marked("Name one of this team, or say `here` or `off`.");
    }
}
