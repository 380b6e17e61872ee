package dev.tunewise.access;

/**
 * Who somebody is on a chat platform, as the platform itself said when they signed in.
 *
 * @param channel `slack` or `teams`
 */
public record ChatAccount(String channel, String workspace, String user) {}
