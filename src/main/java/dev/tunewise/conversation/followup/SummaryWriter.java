package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people are told of a consultation who were not there. */
public record SummaryWriter(FlowContext kit, QuestionPlan.Planner planner) {
    /** The summary, as blocks and as one plain sentence. */
    public SummaryCard.Told summary(ConversationState state, boolean costs) {
        return new SummaryCard(kit).tell(state, planner.agenda(state), costs);
    }

    /**
     * What to say where an answer that was told changed or stands no more; empty where it stands as it was told.
     *
     * @param before the state in which it was told
     */
    public Optional<Text> retraction(ConversationState before, ConversationState after, boolean costs) {
        return new SummaryCard(kit).retraction(before, after, costs);
    }

    /**
     * Where a summary stands for somebody who asks for it.
     *
     * @param said what to say of it
     * @param waits whether it can be posted and was not
     */
    public record Standing(Text said, boolean waits) {}

    /** Where a summary stands, by the key of the sentence that says so. */
    public Standing standing(String key) {
        return new Standing(kit.text(key), false);
    }

    /**
     * A summary that goes nowhere.
     *
     * @param why the key of the sentence that says so
     * @param by name of who decided that; empty where nobody did
     * @param at the day, or null where nobody noted it
     */
    public Standing nowhere(String why, String by, @Nullable LocalDate at) {
        Text what = kit.text(why);
        Text said = by.isEmpty() || at == null
                ? what
                : what.then(Text.plain(" "))
                        .then(kit.text("settings-chosen", by, kit.wording().day(at)));
        return new Standing(said, false);
    }

    /**
     * The summary for somebody who looks at it before it is posted.
     *
     * @param costs whether those may see figures that it is for
     */
    public SummaryCard.Told preview(ConversationState state, boolean costs, Standing standing) {
        SummaryCard.Told told = summary(state, costs);
        List<Block> blocks = new ArrayList<>();
        if (!told.decided()) {
            blocks.add(new Block.Paragraph(kit.text("summary-not-yet")));
        }
        blocks.addAll(told.blocks());
        if (told.decided()) {
            blocks.add(new Block.Paragraph(standing.said()));
        }
        if (told.decided() && standing.waits()) {
            blocks.add(new Block.Buttons(List.of(Button.plain(
                    kit.plain("button-post-summary"),
                    new Action.Command(ConversationCommand.SUMMARY.id(), Map.of("post", "yes"))))));
        }
        return new SummaryCard.Told(told.decided(), blocks, told.plain());
    }

    /** What stands in the place of a post that names costs, where nobody may see any. */
    public List<Block> held() {
        return List.of(new Block.Note(Block.Tone.INFO, kit.text("costs-held-back")));
    }

    /** What is missing for an answer, by the names that people know it by. */
    public List<String> missing(ConversationState state) {
        return new SummaryCard(kit).missing(state, planner.agenda(state));
    }

    /** The conditions of the answer that are not met; none while there is no answer. */
    public List<String> conditions(ConversationState state) {
        return state.concluded().isEmpty() ? List.of() : kit.counsel().conditions(kit.theCase(state));
    }
}
