package dev.tunewise.teams.client;

import dev.tunewise.channel.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Keeps calls into conversations and tenants within their limits, so that one busy thread does not hold up another. */
public final class TeamsRateLimiter {
    /** More conversations than this are not remembered; idle ones go first. */
    private static final int REMEMBERED = 10_000;

    private final Map<String, SendLimits> conversations = new HashMap<>();
    private final Map<String, SendLimits> tenants = new HashMap<>();

    private final InstantSource clock;

    public TeamsRateLimiter(InstantSource clock) {
        this.clock = new MonotonicClock(clock);
    }

    /** Counts a call and gives zero when it may be made now, else how long to wait without counting it. */
    public synchronized Duration enter(String conversation, String tenant) {
        Instant now = clock.instant();
        SendLimits ofConversation = conversations.computeIfAbsent(conversation, _ -> SendLimits.ofConversation());
        SendLimits ofTenant = tenants.computeIfAbsent(tenant, _ -> SendLimits.ofTenant());
        Duration one = ofConversation.waitAt(now);
        Duration all = ofTenant.waitAt(now);
        Duration wait = one.compareTo(all) > 0 ? one : all;
        if (wait.isZero()) {
            ofConversation.count(now);
            ofTenant.count(now);
        }
        if (conversations.size() > REMEMBERED) {
            conversations.values().removeIf(limits -> limits.idle(now));
        }
        return wait;
    }

    /** The platform answered 429 for a conversation. */
    public synchronized void blocked(String conversation, Duration wait) {
        conversations
                .computeIfAbsent(conversation, _ -> SendLimits.ofConversation())
                .blockUntil(clock.instant().plus(wait));
    }
}
