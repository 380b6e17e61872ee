package dev.tunewise.teams.card;

/**
 * The card that something stands on.
 *
 * @param conversation id of the consultation; empty on cards that belong to none
 * @param post key of the post
 */
public record Origin(String conversation, String post) {}
