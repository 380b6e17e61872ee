package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The post with the whole answer; later changes put another answer in its place, with a note of what it was before. */
final class AnswerPost {
    static final String KEY = "answer";

    private final Kit kit;

    AnswerPost(Kit kit) {
        this.kit = kit;
    }

    /**
     * The answer.
     *
     * @param before the sentence of the answer that stood in its place before; empty when there was none or it said the same
     */
    Post post(Counsel.Counselled advice, State state, String before) {
        List<Block> blocks = new ArrayList<>();
        if (!before.isEmpty()) {
            blocks.add(new Block.Note(Block.Tone.INFO, kit.wording().text(Phrase.ANSWER_CHANGED_NOTE, before)));
        }
        for (Map.Entry<String, Doubt> doubt : state.doubts().entrySet()) {
            blocks.add(new Block.Note(
                    Block.Tone.WARNING,
                    kit.wording().text(Phrase.STATUS_DOUBT, kit.words().label(doubt.getKey()))));
        }
        blocks.addAll(advice.blocks());
        blocks.add(new Block.Buttons(buttons()));
        return new Post(KEY, new Post.Thread(), blocks, advice.headline());
    }

    private List<Button> buttons() {
        Wording wording = kit.wording();
        return List.of(
                Button.plain(wording.plain(Phrase.BUTTON_WHAT_IF), Verb.WHAT_IF.action()),
                Button.plain(wording.plain(Phrase.BUTTON_EXPLAIN), Verb.EXPLAIN.action()),
                Button.plain(wording.plain(Phrase.BUTTON_EXPORT), Verb.EXPORT.action()),
                Button.plain(wording.plain(Phrase.BUTTON_SUMMARY), Verb.SUMMARY.action()),
                Button.quiet(wording.plain(Phrase.BUTTON_RESTART), Verb.RESTART.action()));
    }

    /** What stands in its place while something is open again. */
    Post withdrawn(String before) {
        var note = kit.wording().text(Phrase.ANSWER_WITHDRAWN, before);
        return new Post(KEY, new Post.Thread(), List.of(new Block.Note(Block.Tone.WARNING, note)), note.characters());
    }
}
