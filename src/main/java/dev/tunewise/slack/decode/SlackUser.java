package dev.tunewise.slack.decode;

/**
 * Somebody who did something, in one installation.
 *
 * @param workspace the installation: id of a workspace, or of an organisation that installed Tunewise for all of its workspaces
 * @param hint the name that came with the request; may be empty
 */
public record SlackUser(String workspace, String user, String hint) {
    /** The same person, seen from another installation. */
    public SlackUser in(String other) {
        return new SlackUser(other, user, hint);
    }

    /** The installation that a request names. */
    public static String workspace(boolean forOrganisation, String enterprise, String team) {
        return !enterprise.isEmpty() && (forOrganisation || team.isEmpty()) ? enterprise : team;
    }
}
