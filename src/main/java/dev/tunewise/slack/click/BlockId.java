package dev.tunewise.slack.click;

import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.SlackLimits;
import java.util.Optional;

/**
 * What a block's id says: which consultation and which post it belongs to. A click is resolved by it, whatever Slack says about teams, and the
 * stamp makes the id new when the message is edited, as Slack asks.
 *
 * @param conversation id of the consultation; empty outside of one
 * @param position place of the block in its message
 * @param stamp short hash of what the message shows
 * @param post key of the post, cut where the id would grow too long
 */
public record BlockId(String conversation, int position, String stamp, String post) {
    private static final char SEPARATOR = ':';

    public String text() {
        return Truncate.head(
                conversation + SEPARATOR + position + SEPARATOR + stamp + SEPARATOR + post, SlackLimits.ID);
    }

    /** Reads an id that {@link #text()} wrote; empty for others. */
    public static Optional<BlockId> read(String id) {
        String[] parts = id.split(String.valueOf(SEPARATOR), 4);
        if (parts.length < 4 || parts[1].isEmpty() || !parts[1].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (parts[1].length() > 4) {
            return Optional.empty();
        }
        return Optional.of(new BlockId(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]));
    }
}
