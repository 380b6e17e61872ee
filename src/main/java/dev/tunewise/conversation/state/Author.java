package dev.tunewise.conversation.state;

/**
 * Somebody who takes part.
 *
 * @param id id in the channel's own terms, unique within the workspace
 * @param name name to show
 */
public record Author(String id, String name) {
    /** Tunewise itself, where the day of a review has come and nobody did anything; no participant. */
    public static final Author HOUSE = new Author("tunewise:", "Tunewise");
}
