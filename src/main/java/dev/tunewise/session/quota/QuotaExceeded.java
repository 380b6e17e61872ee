package dev.tunewise.session.quota;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Locale;

/** Something was refused because it was too much; it is acknowledged to the platform and not done. */
public final class QuotaExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Quotas.Kind kind;
    private final transient Address place;
    private final String person;
    private final Quotas.Scope scope;
    private final int most;
    private final Duration wait;
    private final boolean tell;

    QuotaExceeded(
            Quotas.Kind kind, Address place, String person, Quotas.Scope scope, int most, Duration wait, boolean tell) {
        super("more than " + most + " a minute", null, false, false);
        this.kind = kind;
        this.place = place;
        this.person = person;
        this.scope = scope;
        this.most = most;
        this.wait = wait;
        this.tell = tell;
    }

    public Address place() {
        return place;
    }

    public String person() {
        return person;
    }

    public Quotas.Scope scope() {
        return scope;
    }

    /** How much may be asked for within a minute. */
    public int most() {
        return most;
    }

    /** After how many seconds it is taken again, at least 1. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** Whether the person has not been told yet. */
    public boolean tell() {
        return tell;
    }

    /** What to tell the person, with when to say it again. */
    public CommandReplies.Notice notice(CommandReplies replies) {
        String quota = kind == Quotas.Kind.REQUEST ? kind.name() : kind + "-" + scope;
        return replies.say("quota-" + quota.toLowerCase(Locale.ROOT), most, seconds());
    }
}
