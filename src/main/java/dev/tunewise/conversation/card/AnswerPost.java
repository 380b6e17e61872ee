package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.answer.AdvicePort;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The post with the whole answer; later changes put another answer in its place, with a note of what it was before. */
public final class AnswerPost {
    static final String KEY = "answer";

    private final FlowContext kit;

    public AnswerPost(FlowContext kit) {
        this.kit = kit;
    }

    /**
     * The answer.
     *
     * @param before the sentence of the answer that stood in its place before; empty when there was none or it said the same
     */
    public Post post(AdvicePort.Counselled advice, ConversationState state, String before) {
        List<Block> blocks = new ArrayList<>();
        if (!before.isEmpty()) {
            blocks.add(new Block.Note(Block.Tone.INFO, kit.wording().text(MessageKey.ANSWER_CHANGED_NOTE, before)));
        }
        for (Map.Entry<String, OpenConflict> doubt : state.doubts().entrySet()) {
            blocks.add(new Block.Note(
                    Block.Tone.WARNING,
                    kit.wording().text(MessageKey.STATUS_DOUBT, kit.words().label(doubt.getKey()))));
        }
        blocks.addAll(advice.blocks());
        blocks.add(new Block.Buttons(buttons()));
        return new Post(KEY, new Post.Thread(), blocks, advice.headline());
    }

    private List<Button> buttons() {
        Messages wording = kit.wording();
        return List.of(
                Button.plain(wording.plain(MessageKey.BUTTON_WHAT_IF), ConversationCommand.WHAT_IF.action()),
                Button.plain(wording.plain(MessageKey.BUTTON_EXPLAIN), ConversationCommand.EXPLAIN.action()),
                Button.plain(wording.plain(MessageKey.BUTTON_EXPORT), ConversationCommand.EXPORT.action()),
                Button.plain(wording.plain(MessageKey.BUTTON_SUMMARY), ConversationCommand.SUMMARY.action()),
                Button.quiet(wording.plain(MessageKey.BUTTON_RESTART), ConversationCommand.RESTART.action()));
    }

    /** What stands in its place while something is open again. */
    public Post withdrawn(String before) {
        var note = kit.wording().text(MessageKey.ANSWER_WITHDRAWN, before);
        return new Post(KEY, new Post.Thread(), List.of(new Block.Note(Block.Tone.WARNING, note)), note.characters());
    }
}
