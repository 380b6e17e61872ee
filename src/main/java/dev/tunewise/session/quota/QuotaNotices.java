package dev.tunewise.session.quota;

import dev.tunewise.conversation.wording.CommandReplies;
import java.util.Locale;

/** Says that something was too much. */
public final class QuotaNotices {
    /** What to tell the person, with when to say it again. */
    public static CommandReplies.Notice of(CommandReplies replies, QuotaExceeded over) {
        String quota = over.kind() == Quotas.Kind.REQUEST ? over.kind().name() : over.kind() + "-" + over.scope();
        return replies.say("quota-" + quota.toLowerCase(Locale.ROOT), over.most(), over.seconds());
    }
}
