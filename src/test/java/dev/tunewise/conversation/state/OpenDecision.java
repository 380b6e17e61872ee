package dev.tunewise.conversation.state;

import java.util.List;

/** A question that nobody has answered yet, as the log shows it. */
public final class OpenDecision {
    public static final LoggedDecision LOGGED = new LoggedDecision(
            LoggedDecision.Status.OPEN, null, List.of(), null, null, FollowUp.NONE, false, "", false);

    private OpenDecision() {}
}
