package dev.tunewise.slack.render;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.BlockWithFallback;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.Surface;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.ViewOrigin;
import java.util.ArrayList;
import java.util.List;

/** The Home tab, and the window that starts a consultation from there. */
public final class HomeRenderer {
    /** Callback of the window that starts a consultation. */
    public static final String START = "start";

    public static final String PROBLEM = "problem";
    /** Field with the channel; a direct message where it is left empty. */
    public static final String WHERE = "where";

    /**
     * What the Home tab shows.
     *
     * @param direct direct message with the person; empty when it is not known
     * @param lists what there is to read
     * @param summaryChannel id of the channel that summaries go to; empty for none
     */
    public record Home(String direct, List<Block> lists, List<Block> settings, String summaryChannel, boolean admin) {}

    public static String home(Home home) {
        List<Block> shown = new ArrayList<>(home.lists());
        shown.addAll(home.settings());
        SlackRenderContext sheet = new SlackRenderContext("", "home", shown, Surface.HOME);
        List<BlockFragment> pieces = new ArrayList<>();
        JsonObject start =
                BlockKit.button(sheet.actionId(ActionId.Kind.START, ""), Captions.START_CONSULTATION, home.direct());
        start.addProperty("style", "primary");
        pieces.add(BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(start)))));
        pieces.addAll(PostRenderer.pieces(shown, sheet));
        if (home.admin()) {
            pieces.addAll(settings(home, sheet));
        }
        List<JsonObject> blocks = new BlockBudget(Surface.HOME, Captions.SHORTENED)
                .of(pieces).shown().stream().map(BlockWithFallback::block).toList();
        JsonObject view = BlockKit.typed("home");
        view.add("blocks", BlockKit.array(blocks));
        return view.toString();
    }

    private static List<BlockFragment> settings(Home home, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>();
        JsonObject select = channels(sheet.actionId(ActionId.Kind.CHANNEL, home.direct()), Captions.CHOOSE_CHANNEL);
        if (!home.summaryChannel().isEmpty()) {
            select.addProperty("initial_conversation", home.summaryChannel());
        }
        JsonObject section =
                BlockKit.section(BlockKit.plain(Captions.SUMMARIES_GO_TO, SlackLimits.SECTION_TEXT), select);
        section.addProperty("block_id", sheet.blockId());
        pieces.add(BlockFragment.control(List.of(section)));
        if (!home.summaryChannel().isEmpty()) {
            JsonObject off = BlockKit.button(
                    sheet.actionId(ActionId.Kind.CHANNEL, home.direct()), Captions.NO_SUMMARIES, Choice.OFF);
            pieces.add(BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(off)))));
        }
        return pieces;
    }

    private static JsonObject channels(String actionId, String placeholder) {
        JsonObject select = BlockKit.typed("conversations_select");
        select.addProperty("action_id", actionId);
        select.add("placeholder", BlockKit.plain(placeholder, SlackLimits.PLACEHOLDER));
        JsonObject filter = new JsonObject();
        filter.add("include", BlockKit.array(List.of(new JsonPrimitive("public"), new JsonPrimitive("private"))));
        filter.addProperty("exclude_bot_users", true);
        select.add("filter", filter);
        return select;
    }

    public static String start(ViewOrigin origin) {
        JsonObject problem = BlockKit.typed("plain_text_input");
        problem.addProperty("action_id", PROBLEM);
        problem.addProperty("multiline", true);
        problem.addProperty("max_length", SlackLimits.SECTION_TEXT);
        problem.add("placeholder", BlockKit.plain(Captions.PROBLEM_EXAMPLE, SlackLimits.PLACEHOLDER));
        JsonObject where = channels(WHERE, Captions.CHOOSE_CHANNEL);
        where.addProperty("default_to_current_conversation", true);
        return ViewRenderer.window(
                        origin,
                        START,
                        Captions.START,
                        List.of(
                                BlockKit.input("problem", Captions.PROBLEM, "", false, problem),
                                BlockKit.input("where", Captions.WHERE, Captions.WHERE_ALONE, true, where)))
                .toString();
    }
}
