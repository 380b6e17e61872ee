package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AdvicePort;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summary of a consultation for people who were not there: question, answer, figure, who took part, what is open. */
public final class SummaryCard {
    private final FlowContext kit;
    private final RootCard root;

    public SummaryCard(FlowContext kit) {
        this.kit = kit;
        this.root = new RootCard(kit);
    }

    /**
     * A summary.
     *
     * @param decided whether there is an answer in it
     * @param blocks what it shows
     * @param plain the same in a sentence
     */
    public record Told(boolean decided, List<Block> blocks, String plain) {}

    /**
     * The summary as things stand.
     *
     * @param costs whether figures may be shown
     */
    public Told tell(ConversationState state, QuestionPlan agenda, boolean costs) {
        Optional<AdvicePort.Counselled> advice = agenda.decided()
                ? Optional.of(kit.counsel().advise(state.answers(), state.parameters()))
                : Optional.empty();
        Messages wording = kit.wording();
        String title = root.title(state);
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(pair(MessageKey.SUMMARY_QUESTION, Text.plain(title)));
        String verdict =
                advice.map(AdvicePort.Counselled::headline).orElse(wording.plain(MessageKey.SUMMARY_UNDECIDED));
        pairs.add(pair(MessageKey.SUMMARY_VERDICT, Text.strong(verdict)));
        advice.ifPresent(given -> pairs.addAll(new CardPairs(kit).of(given.card(), state, costs)));
        pairs.add(pair(MessageKey.SUMMARY_PEOPLE, Text.plain(RootCard.people(state))));
        List<String> assumed = state.held().entrySet().stream()
                .filter(held -> held.getValue().assumed())
                .map(held -> kit.words().label(held.getKey()))
                .toList();
        if (!assumed.isEmpty() && !(costs && advice.isPresent())) {
            pairs.add(pair(
                    MessageKey.SUMMARY_ASSUMED,
                    wording.text(MessageKey.SUMMARY_ASSUMPTIONS, assumed.size(), String.join(" · ", assumed))));
        }
        pairs.add(pair(MessageKey.SUMMARY_OPEN, Text.plain(open(state, agenda, advice))));
        MessageKey heading = advice.isPresent() ? MessageKey.SUMMARY_TITLE : MessageKey.SUMMARY_TITLE_OPEN;
        List<Block> blocks = List.of(new Block.Heading(wording.plain(heading)), new Block.Pairs(pairs));
        return new Told(advice.isPresent(), blocks, wording.plain(MessageKey.SUMMARY_PLAIN, title, verdict));
    }

    private Block.Pair pair(MessageKey name, Text value) {
        return new Block.Pair(kit.wording().plain(name), value);
    }

    private String open(ConversationState state, QuestionPlan agenda, Optional<AdvicePort.Counselled> advice) {
        List<String> open = new ArrayList<>();
        state.doubts().keySet().forEach(fact -> open.add(kit.words().label(fact)));
        agenda.asking().forEach(fact -> open.add(kit.words().label(fact)));
        advice.ifPresent(given -> open.addAll(given.open()));
        return open.isEmpty()
                ? kit.wording().plain(MessageKey.SUMMARY_NOTHING_OPEN)
                : String.join(" · ", open.stream().distinct().toList());
    }
}
