package dev.tunewise.session.quota;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Locale;

/** Something was refused because it was too much; it is acknowledged to the platform and not done. */
public final class QuotaExceeded extends RuntimeException {
    private final transient Refused refused;

    /**
     * What was refused, and of whom.
     *
     * @param most how much may be asked for within a minute
     * @param tell whether the person has not been told yet
     */
    public record Refused(
            Quotas.Kind kind,
            Address place,
            String person,
            Quotas.Scope scope,
            int most,
            Duration pause,
            boolean tell) {
        /** After how many seconds it is taken again, at least 1. */
        public long seconds() {
            return Math.max(1, pause.plusMillis(999).toSeconds());
        }

        /** What to tell the person, with when to say it again. */
        public CommandReplies.Notice notice(CommandReplies replies) {
            String quota = kind == Quotas.Kind.REQUEST ? kind.name() : kind + "-" + scope;
            return replies.say("quota-" + quota.toLowerCase(Locale.ROOT), most, seconds());
        }
    }

    QuotaExceeded(Refused refused) {
        super("more than " + refused.most() + " a minute", null, false, false);
        this.refused = refused;
    }

    public Refused refused() {
        return refused;
    }
}
