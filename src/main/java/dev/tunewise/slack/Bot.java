package dev.tunewise.slack;

/**
 * Tunewise as a member of one workspace or organisation.
 *
 * @param token bot token that is valid now
 * @param user id of its user, which mentions name
 * @param team id of the workspace; empty for an organisation
 */
record Bot(String token, String user, String team) {
    @Override
    public String toString() {
        return "Bot[" + user + " in " + team + "]";
    }
}
