package dev.tunewise.conversation.card;

import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.Messages;
import java.util.stream.Collectors;

/** Says what the answers lean to, how likely that is to stand, how it moved, and what it hangs on. */
public final class LeaningText {
    private final FlowContext kit;

    public LeaningText(FlowContext kit) {
        this.kit = kit;
    }

    /** The leaning with its move since the one before. */
    public Text of(ThreadState.Leaning leaning) {
        Change.Leaned now = leaning.now();
        Change.Leaned before = leaning.before();
        Messages wording = kit.wording();
        Text text = now.probability() == before.probability() && now.headline().equals(before.headline())
                ? wording.text(MessageKey.LEANING, now.headline(), now.probability())
                : now.headline().equals(before.headline())
                        ? wording.text(
                                MessageKey.LEANING_MOVED, now.headline(), before.probability(), now.probability())
                        : wording.text(
                                MessageKey.LEANING_TURNED,
                                now.headline(),
                                now.probability(),
                                before.headline(),
                                before.probability());
        return decides(text, now);
    }

    /** The first leaning, in the thread. */
    public Text first(Change.Leaned now) {
        return decides(kit.wording().text(MessageKey.LEANING_FIRST, now.headline(), now.probability()), now);
    }

    private Text decides(Text text, Change.Leaned now) {
        if (now.decides().isEmpty()) {
            return text;
        }
        String facts = now.decides().stream().map(kit.words()::label).collect(Collectors.joining(", "));
        return text.then(Text.plain(" ")).then(kit.wording().text(MessageKey.LEANING_DECIDES, facts));
    }
}
