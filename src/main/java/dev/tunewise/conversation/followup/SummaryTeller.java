package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people are told of a consultation who were not there. */
public final class SummaryTeller {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final SummaryCard card;
    private final RootCard root;

    public SummaryTeller(FlowContext kit, QuestionPlan.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.card = new SummaryCard(kit);
        this.root = new RootCard(kit);
    }

    /**
     * The summary, as blocks and as one plain sentence.
     *
     * @param costs whether they may see figures
     */
    public SummaryCard.Told summary(ConversationState state, boolean costs) {
        return card.tell(state, planner.agenda(state), costs);
    }

    /**
     * What to say where an answer that was told changed or stands no more; empty where it stands as it was told.
     *
     * @param before the state in which it was told
     */
    public Optional<Text> retraction(ConversationState before, ConversationState after) {
        return card.retraction(before, after);
    }

    /**
     * What to say to somebody who asked for a summary.
     *
     * @param posted whether a team channel shows it too
     */
    public Text where(boolean posted) {
        return kit.text(posted ? "summary-posted" : "summary-nowhere");
    }

    /** What to say below a summary that somebody looks at before it is posted: that it is not yet, and how it is. */
    public List<Block> offer(ConversationState state) {
        return List.of(
                new Block.Paragraph(kit.text("summary-preview", root.title(state))),
                new Block.Buttons(List.of(Button.plain(
                        kit.plain("button-post-summary"),
                        new Action.Command(ConversationCommand.SUMMARY.id(), Map.of("post", "yes"))))));
    }

    /** What is missing for an answer, by the names that people know it by. */
    public List<String> missing(ConversationState state) {
        return card.missing(state, planner.agenda(state));
    }

    /** The conditions of the answer that are not met; none while there is no answer. */
    public List<String> conditions(ConversationState state) {
        return state.concluded().isEmpty()
                ? List.of()
                : kit.counsel().advise(state.answers(), state.parameters()).open();
    }
}
