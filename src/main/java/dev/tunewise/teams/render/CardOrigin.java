package dev.tunewise.teams.render;

/** The card that something stands on. `conversation`: id of the consultation; empty on cards that belong to none. */
public record CardOrigin(String conversation, String post) {}
