package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.state.ConversationState;
import java.util.ArrayList;
import java.util.List;

/** Shows the card of a decision as names with values, and says for whom it is to decide. */
record CardPairs(FlowContext kit) {
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
        if (!costs) {
            return pairs;
        }
        String people = RootCard.people(state);
        pairs.add(new Block.Pair(
                kit.plain("card-to-decide"),
                people.isEmpty() ? Text.plain(card.toDecide()) : kit.text("card-decider", people, card.toDecide())));
        return pairs;
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
