package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import java.util.ArrayList;
import java.util.List;

/** The Home tab, and the window that starts a consultation from there. */
public final class HomeRenderer {
    /** Callback of the window that starts a consultation. */
    public static final String START = "start";
    /** Field with the problem. */
    public static final String PROBLEM = "problem";
    /** Field with the channel; a direct message where it is left empty. */
    public static final String WHERE = "where";

    private HomeRenderer() {}

    /**
     * What the Home tab shows.
     *
     * @param direct direct message with the person; empty when it is not known
     * @param lists what there is to read
     * @param summaryChannel id of the channel that summaries go to; empty for none
     * @param remark about the last choice; may be empty
     */
    public record Home(String direct, List<Block> lists, String summaryChannel, String remark) {
        public Home {
            lists = List.copyOf(lists);
        }
    }

    /** The tab as JSON. */
    public static String home(Home home) {
        Sheet sheet = new Sheet("", "home", home.lists(), Surface.HOME);
        List<Piece> pieces = new ArrayList<>();
        JsonObject start =
                Kit.button(sheet.actionId(ActionId.Kind.START, ""), Captions.START_CONSULTATION, home.direct());
        start.addProperty("style", "primary");
        pieces.add(Piece.control(List.of(Kit.actions(sheet.blockId(), List.of(start)))));
        pieces.addAll(PostRenderer.pieces(home.lists(), sheet));
        pieces.addAll(settings(home, sheet));
        List<JsonObject> blocks = new Fit(Surface.HOME, Captions.SHORTENED)
                .of(pieces).shown().stream().map(Shown::block).toList();
        JsonObject view = Kit.typed("home");
        view.add("blocks", Kit.array(blocks));
        return view.toString();
    }

    private static List<Piece> settings(Home home, Sheet sheet) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(TextPieces.heading(new Block.Heading(Captions.SETTINGS)));
        JsonObject select = channels(sheet.actionId(ActionId.Kind.CHANNEL, home.direct()), Captions.CHOOSE_CHANNEL);
        if (!home.summaryChannel().isEmpty()) {
            select.addProperty("initial_conversation", home.summaryChannel());
        }
        JsonObject section = Kit.section(Kit.plain(Captions.SUMMARIES_GO_TO, Limits.SECTION_TEXT), select);
        section.addProperty("block_id", sheet.blockId());
        pieces.add(Piece.control(List.of(section)));
        if (!home.summaryChannel().isEmpty()) {
            JsonObject off =
                    Kit.button(sheet.actionId(ActionId.Kind.CHANNEL, home.direct()), Captions.NO_SUMMARIES, "");
            pieces.add(Piece.control(List.of(Kit.actions(sheet.blockId(), List.of(off)))));
        }
        if (!home.remark().isEmpty()) {
            pieces.add(Piece.text(Kit.context(Kit.plain(home.remark(), 500))));
        }
        return pieces;
    }

    private static JsonObject channels(String actionId, String placeholder) {
        JsonObject select = Kit.typed("conversations_select");
        select.addProperty("action_id", actionId);
        select.add("placeholder", Kit.plain(placeholder, Limits.PLACEHOLDER));
        JsonObject filter = new JsonObject();
        filter.add("include", Kit.array(List.of(new JsonPrimitive("public"), new JsonPrimitive("private"))));
        filter.addProperty("exclude_bot_users", true);
        select.add("filter", filter);
        return select;
    }

    /** The window that starts a consultation. */
    public static String start(ViewOrigin origin) {
        JsonObject problem = Kit.typed("plain_text_input");
        problem.addProperty("action_id", PROBLEM);
        problem.addProperty("multiline", true);
        problem.addProperty("max_length", Limits.SECTION_TEXT);
        problem.add("placeholder", Kit.plain(Captions.PROBLEM_EXAMPLE, Limits.PLACEHOLDER));
        JsonObject where = channels(WHERE, Captions.CHOOSE_CHANNEL);
        where.addProperty("default_to_current_conversation", true);
        return ViewRenderer.window(
                        origin,
                        START,
                        Captions.START,
                        List.of(
                                Kit.input("problem", Captions.PROBLEM, "", false, problem),
                                Kit.input("where", Captions.WHERE, Captions.WHERE_ALONE, true, where)))
                .toString();
    }
}
