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
public final class SummaryTeller {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final SummaryCard card;

    public SummaryTeller(FlowContext kit, QuestionPlan.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.card = new SummaryCard(kit);
    }

    /** The summary, as blocks and as one plain sentence. */
    public SummaryCard.Told summary(ConversationState state, boolean costs) {
        return card.tell(state, planner.agenda(state), costs);
    }

    /**
     * What to say where an answer that was told changed or stands no more; empty where it stands as it was told.
     *
     * @param before the state in which it was told
     */
    public Optional<Text> retraction(ConversationState before, ConversationState after, boolean costs) {
        return card.retraction(before, after, costs);
    }

    /** Where a summary stands for somebody who asks for it. */
    public sealed interface Standing {
        /** A channel shows it, and follows it. */
        record Posted() implements Standing {}

        /** A channel was chosen, and nothing is there yet. */
        record Waiting() implements Standing {}

        /** It could not be posted; the reason says what to do. */
        record Failed(String reason) implements Standing {}

        /** There is no answer to sum up yet. */
        record Undecided() implements Standing {}

        /** The place has no channel that a summary could go to, as in a chat with us alone. */
        record Unreachable() implements Standing {}

        /**
         * It goes nowhere.
         *
         * @param why the key of the sentence that says so
         * @param by name of who decided that; empty where nobody did
         * @param at the day, or null where nobody noted it
         */
        record Nowhere(Why why, String by, @Nullable LocalDate at) implements Standing {}

        enum Why {
            UNCHOSEN("summary-nowhere"),
            OFF("summary-off"),
            OFF_FOR_ALL("summary-off-for-all"),
            CLOSED("summary-closed"),
            LAPSED("summary-lapsed"),
            GONE("summary-gone");

            private final String key;

            Why(String key) {
                this.key = key;
            }
        }
    }

    /** What to say to somebody who has a summary posted, or looks at it. */
    public Text standing(Standing standing) {
        return switch (standing) {
            case Standing.Posted _ -> kit.text("summary-posted");
            case Standing.Waiting _ -> kit.text("summary-waiting");
            case Standing.Failed(String reason) -> Text.plain(reason);
            case Standing.Undecided _ -> kit.text("summary-nothing-yet");
            case Standing.Unreachable _ -> kit.text("summary-here-only");
            case Standing.Nowhere(Standing.Why why, String by, LocalDate at) -> {
                Text what = kit.text(why.key);
                yield by.isEmpty() || at == null
                        ? what
                        : what.then(Text.plain(" "))
                                .then(kit.text(
                                        "settings-chosen", by, kit.wording().day(at)));
            }
        };
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
            blocks.add(new Block.Paragraph(standing(standing)));
        }
        if (told.decided() && (standing instanceof Standing.Waiting || standing instanceof Standing.Failed)) {
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
        return card.missing(state, planner.agenda(state));
    }

    /** The conditions of the answer that are not met; none while there is no answer. */
    public List<String> conditions(ConversationState state) {
        return state.concluded().isEmpty() ? List.of() : kit.counsel().conditions(state.answers(), state.parameters());
    }
}
