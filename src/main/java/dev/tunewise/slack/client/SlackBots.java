package dev.tunewise.slack.client;

import java.util.Optional;

/** Finds the installation that a workspace's requests belong to. */
public interface SlackBots {
    /**
     * The bot of a workspace, with a token that is valid now.
     *
     * @param workspace id of the workspace, or of the organisation that installed Tunewise for all of its workspaces
     */
    Optional<SlackBot> find(String workspace);

    /** Whether nothing is installed there any more; where it merely has no valid token now, it may come to have one. */
    boolean gone(String workspace);

    /** Slack says that the token is no longer good; the next {@link #find} gets another one where that is possible. */
    void expired(String workspace);
}
