package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.OutcomeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands again of what becomes of an answer, after something of it was taken back. */
public final class FollowUpUndone {
    /** A sentence for each part that is another than before. */
    public static List<Text> told(Messages wording, FollowUp before, FollowUp after) {
        List<Text> told = new ArrayList<>();
        var owner = after.owner();
        if (!Objects.equals(before.owner(), owner)) {
            told.add(owner == null ? wording.text("owner-none") : wording.text("owner-set", owner.name()));
        }
        var review = after.review();
        if (!Objects.equals(before.review(), review)) {
            told.add(review == null ? wording.text("review-none") : wording.text("review-set", wording.day(review)));
        }
        if (!Objects.equals(before.revisited(), after.revisited())) {
            told.add(wording.text("undone-revisited"));
        }
        if (before.actedOn() != null && after.actedOn() == null) {
            told.add(wording.text("undone-acted-on"));
        }
        if (before.superseded() != null && after.superseded() == null) {
            told.add(wording.text("undone-superseded"));
        }
        var outcome = after.outcome();
        if (!Objects.equals(before.outcome(), outcome)) {
            told.add(
                    outcome == null
                            ? wording.text("undone-outcome")
                            : wording.text("outcome-noted", OutcomeText.outcome(wording, outcome)));
        }
        return told;
    }
}
