package dev.tunewise.session.lease;

import java.time.Duration;

/**
 * What waits in the inbox or the outbox.
 *
 * @param waiting how many wait or are in work
 * @param aside how many were given up and wait for an operator
 * @param oldest for how long the oldest of those that wait has waited
 */
public record Backlog(long waiting, long aside, Duration oldest) {}
