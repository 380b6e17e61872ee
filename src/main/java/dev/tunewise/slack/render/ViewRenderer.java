package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.Surface;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Windows: the form, one typed answer, a folded part. */
public final class ViewRenderer {
    /** Callback of windows whose fields answer questions. */
    public static final String ANSWERS = "answers";
    /** Callback of windows that only show something. */
    public static final String FOLDED = "folded";

    private static final String TITLE = "Tunewise";
    private static final int MOST_FIELDS = SlackLimits.VIEW_BLOCKS - 2;

    public static String form(ViewOrigin origin, List<Input> inputs) {
        SlackRenderContext sheet = sheet(origin, List.of());
        List<ObjectNode> blocks = new ArrayList<>();
        for (Input input : inputs.subList(0, Math.min(MOST_FIELDS, inputs.size()))) {
            blocks.add(SlackInputFields.of(input, sheet));
        }
        if (inputs.size() > MOST_FIELDS) {
            blocks.add(BlockKit.context(BlockKit.plain(Captions.OTHERS_IN_THREAD, 100)));
        }
        return window(origin, ANSWERS, Captions.SAVE, blocks).toString();
    }

    public static String typed(ViewOrigin origin, Input input) {
        return window(origin, ANSWERS, Captions.SAVE, List.of(SlackInputFields.typed(input, sheet(origin, List.of()))))
                .toString();
    }

    /**
     * A window with what a folded part holds.
     *
     * @param post blocks of the whole post, which the codes of its buttons refer to
     * @param number number of the folded part, as its button carries it
     * @return empty when the post has no such part any more
     */
    public static Optional<String> folded(ViewOrigin origin, List<Block> post, int number) {
        SlackRenderContext sheet = sheet(origin, post);
        sheet.skipFolds(number + 1);
        return PostActions.details(post, number).map(part -> folded(origin, part, sheet));
    }

    private static String folded(ViewOrigin origin, Block.Details part, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>(
                TextBlocks.heading(new Block.Heading(part.summary().isBlank() ? TITLE : part.summary())));
        pieces.addAll(PostRenderer.pieces(part.blocks(), sheet));
        return window(origin, FOLDED, "", new BlockBudget(Surface.VIEW, Captions.SHORTENED).blocks(pieces))
                .toString();
    }

    private static SlackRenderContext sheet(ViewOrigin origin, List<Block> blocks) {
        return new SlackRenderContext(origin.conversation(), origin.post(), blocks, Surface.VIEW);
    }

    static ObjectNode window(ViewOrigin origin, String callback, String submit, List<ObjectNode> blocks) {
        ObjectNode view = BlockKit.typed("modal").put("callback_id", callback).put("private_metadata", origin.text());
        view.set("title", BlockKit.plain(TITLE, SlackLimits.MODAL_TITLE));
        view.set("close", BlockKit.plain(submit.isEmpty() ? Captions.CLOSE : Captions.CANCEL, SlackLimits.MODAL_TITLE));
        if (!submit.isEmpty()) {
            view.set("submit", BlockKit.plain(submit, SlackLimits.MODAL_TITLE));
        }
        return view.set("blocks", BlockKit.array(blocks));
    }
}
