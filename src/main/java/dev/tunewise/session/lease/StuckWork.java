package dev.tunewise.session.lease;

import java.time.Duration;

/**
 * Work that did not succeed at once, as an operator sees it; people's words are no part of it.
 *
 * @param channel the adapter, such as `slack`
 * @param about the consultation of a post; empty for a request
 * @param attempts how often it was tried
 * @param age how long ago it was kept
 * @param aside whether it was given up and waits for an operator
 * @param reason why it did not succeed, in one line
 */
public record StuckWork(
        long id,
        String channel,
        String workspace,
        String about,
        int attempts,
        Duration age,
        boolean aside,
        String reason) {}
