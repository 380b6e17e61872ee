package dev.tunewise.slack.render;

import dev.tunewise.chat.Text;
import java.util.List;

/**
 * The remedies that only Slack has: its own commands, lists and install pages. Every other word is in {@code chat} or {@code conversation}, where the
 * other channels find it too.
 */
public final class SlackPhrases {
    public static final String INSTALL_NOT_BEGUN =
            "This install was not begun in this browser, or more than ten minutes ago.";
    public static final String INSTALL_CANCELLED = "Nothing was installed: the install was cancelled in Slack.";
    public static final String INSTALL_UNCONFIRMED = "Slack did not confirm the install.";
    public static final String INSTALL_AGAIN = "Start again";

    public static final String UNDELIVERED =
            "Slack did not take my answer in this channel. What you told me is kept: say it again to me directly,"
                    + " or ask an admin to look at the channel's rules for posting.";

    /** How to get the bot into this channel, or do without. */
    public static Text inviteHere(String bot) {
        return Text.plain("Invite me with ")
                .then(invite(bot))
                .then(Text.plain(" and try again, or write to me directly."));
    }

    /** How to get the bot into another channel. */
    public static Text inviteThere(String bot) {
        return Text.plain("Open it, type ").then(invite(bot)).then(Text.plain(", and choose it again."));
    }

    /** How to name a channel so that Slack sends its id. */
    public static Text pickChannel() {
        return Text.plain("Type # and pick it from the list that Slack offers.");
    }

    public static String installed(String workspace) {
        return "Tunewise is installed in " + workspace
                + ". In Slack, open a channel, type /invite @Tunewise, then /tunewise and your problem.";
    }

    /** Files that stay away, each with Slack's reason. */
    public static String notTaken(List<String> files) {
        return "Slack did not take " + String.join(", ", files) + ".";
    }

    private static Text invite(String bot) {
        return new Text(List.of(new Text.Code("/invite @" + bot)));
    }
}
