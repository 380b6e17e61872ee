package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.OutcomeText;
import dev.tunewise.money.AmountMention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the card of a decision as names with values, and says for whom it is to decide. */
record DecisionCardRows(FlowContext kit) {
    /** `costs`: whether figures may be shown; without them only what to do is left. */
    List<Block.Pair> of(DecisionCard card, ConversationState state, boolean costs) {
        List<Block.Pair> pairs = new ArrayList<>();
        for (DecisionCard.Row row : card.rows()) {
            if (row.action()) {
                pairs.add(new Block.Pair(row.name(), Text.strong(row.text())));
            } else if (costs) {
                pairs.add(new Block.Pair(row.name(), Text.plain(row.text())));
            }
        }
        FollowUp followUp = state.mind().followUp();
        if (!costs || followUp.actedOn() != null || followUp.superseded() != null) {
            return pairs;
        }
        String people = RootCard.people(state);
        pairs.add(new Block.Pair(
                kit.plain("card-to-decide"),
                people.isEmpty() ? Text.plain(card.toDecide()) : kit.text("card-decider", people, card.toDecide())));
        return pairs;
    }

    /** What became of an answer: who sees to it, when it is looked at again, what was done about it and the result. */
    List<Block.Pair> after(FollowUp followUp, boolean costs) {
        List<Block.Pair> pairs = new ArrayList<>();
        add("root-owner", new LogReplies(kit.wording()).owner(followUp), pairs);
        add("root-review", day(followUp.review()), pairs);
        FollowUp.Superseded superseded = followUp.superseded();
        String by = superseded == null || (!costs && AmountMention.in(superseded.by())) ? "" : superseded.by();
        add("root-superseded", by, pairs);
        add("root-no-longer-stands", superseded != null && by.isEmpty() ? kit.plain("root-withdrawn") : "", pairs);
        add("root-acted-on", day(followUp.actedOn()), pairs);
        FollowUp.Outcome outcome =
                costs ? followUp.outcome() : followUp.withoutCosts().outcome();
        add("root-outcome", outcome == null ? "" : OutcomeText.outcome(kit.wording(), outcome), pairs);
        add("root-revisited", day(followUp.revisited()), pairs);
        return pairs;
    }

    private String day(@Nullable Instant moment) {
        return moment == null ? "" : day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? "" : kit.wording().day(date);
    }

    private void add(String name, String text, List<Block.Pair> pairs) {
        if (!text.isEmpty()) {
            pairs.add(new Block.Pair(kit.plain(name), Text.plain(text)));
        }
    }

    /** An answer with its card below the heading. */
    List<Block> within(List<Block> answer, DecisionCard card, ConversationState state) {
        List<Block> blocks = new ArrayList<>(answer);
        int heading = 0;
        while (heading < blocks.size() && !(blocks.get(heading) instanceof Block.Heading)) {
            heading++;
        }
        blocks.add(Math.min(heading + 1, blocks.size()), new Block.Pairs(of(card, state, true)));
        return blocks;
    }
}
