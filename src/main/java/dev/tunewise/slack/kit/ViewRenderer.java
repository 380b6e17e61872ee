package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
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
    private static final int MOST_FIELDS = Limits.VIEW_BLOCKS - 2;

    private ViewRenderer() {}

    /** A window with a field for each question. */
    public static String form(ViewOrigin origin, List<Input> inputs) {
        Sheet sheet = sheet(origin, List.of());
        List<JsonObject> blocks = new ArrayList<>();
        for (Input input : inputs.subList(0, Math.min(MOST_FIELDS, inputs.size()))) {
            blocks.add(Fields.of(input, sheet));
        }
        if (inputs.size() > MOST_FIELDS) {
            blocks.add(Kit.context(Kit.plain(Captions.OTHERS_IN_THREAD, 100)));
        }
        return window(origin, ANSWERS, Captions.SAVE, blocks).toString();
    }

    /** A window to type the answer to one question. */
    public static String typed(ViewOrigin origin, Input input) {
        return window(origin, ANSWERS, Captions.SAVE, List.of(Fields.typed(input, sheet(origin, List.of()))))
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
        Sheet sheet = sheet(origin, post);
        sheet.skipFolds(number + 1);
        return PostActions.details(post, number).map(part -> folded(origin, part, sheet));
    }

    private static String folded(ViewOrigin origin, Block.Details part, Sheet sheet) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(TextPieces.heading(new Block.Heading(part.summary().isBlank() ? TITLE : part.summary())));
        pieces.addAll(PostRenderer.pieces(part.blocks(), sheet));
        List<JsonObject> blocks = new Fit(Surface.MODAL, Captions.SHORTENED)
                .of(pieces).shown().stream().map(Shown::block).toList();
        return window(origin, FOLDED, "", blocks).toString();
    }

    private static Sheet sheet(ViewOrigin origin, List<Block> blocks) {
        return new Sheet(origin.conversation(), origin.post(), blocks, Surface.MODAL);
    }

    static JsonObject window(ViewOrigin origin, String callback, String submit, List<JsonObject> blocks) {
        JsonObject view = Kit.typed("modal");
        view.add("title", Kit.plain(TITLE, Limits.MODAL_TITLE));
        view.addProperty("callback_id", callback);
        view.addProperty("private_metadata", origin.text());
        view.add("close", Kit.plain(submit.isEmpty() ? Captions.CLOSE : Captions.CANCEL, Limits.MODAL_TITLE));
        if (!submit.isEmpty()) {
            view.add("submit", Kit.plain(submit, Limits.MODAL_TITLE));
        }
        view.add("blocks", Kit.array(blocks));
        return view;
    }
}
