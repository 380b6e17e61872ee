package dev.tunewise.slack.decode;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who did something, in one installation.
 *
 * @param workspace the installation: id of a workspace, or of an organisation that installed Tunewise for all of its workspaces
 * @param hint the name that came with the request; may be empty
 */
public record SlackUser(String workspace, String user, String hint) {
    /** The installation that a request names. */
    public static String workspace(boolean forOrganisation, @Nullable String enterprise, @Nullable String team) {
        boolean noTeam = team == null || team.isEmpty();
        if (enterprise != null && (forOrganisation || noTeam)) {
            return enterprise;
        }
        return team == null ? "" : team;
    }
}
