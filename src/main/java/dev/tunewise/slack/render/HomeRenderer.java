package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
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
        SlackRenderContext sheet = new SlackRenderContext("", "home", shown, Surface.VIEW);
        List<BlockFragment> pieces = new ArrayList<>();
        ObjectNode start = BlockKit.button(
                        sheet.actionId(ActionId.Kind.START, ""), Captions.START_CONSULTATION, home.direct())
                .put("style", "primary");
        pieces.add(BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(start)))));
        pieces.addAll(PostRenderer.pieces(shown, sheet));
        if (home.admin()) {
            pieces.addAll(settings(home, sheet));
        }
        List<ObjectNode> blocks = new BlockBudget(Surface.VIEW, Captions.SHORTENED).blocks(pieces);
        return BlockKit.typed("home").set("blocks", BlockKit.array(blocks)).toString();
    }

    private static List<BlockFragment> settings(Home home, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>();
        ObjectNode select = channels(sheet.actionId(ActionId.Kind.CHANNEL, home.direct()));
        if (!home.summaryChannel().isEmpty()) {
            select.put("initial_conversation", home.summaryChannel());
        }
        ObjectNode text = BlockKit.plain(Captions.SUMMARIES_GO_TO, SlackLimits.SECTION_TEXT);
        pieces.add(BlockFragment.control(List.of(BlockKit.section(sheet.blockId(), text, select))));
        if (!home.summaryChannel().isEmpty()) {
            ObjectNode off = BlockKit.button(
                    sheet.actionId(ActionId.Kind.CHANNEL, home.direct()), Captions.NO_SUMMARIES, Choice.OFF);
            pieces.add(BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(off)))));
        }
        return pieces;
    }

    private static ObjectNode channels(String actionId) {
        ObjectNode select = BlockKit.element("conversations_select", actionId);
        select.putObject("filter")
                .put("exclude_bot_users", true)
                .putArray("include")
                .add("public")
                .add("private");
        return select.set("placeholder", BlockKit.plain(Captions.CHOOSE_CHANNEL, SlackLimits.PLACEHOLDER));
    }

    public static String start(ViewOrigin origin) {
        ObjectNode problem = BlockKit.element("plain_text_input", PROBLEM)
                .put("multiline", true)
                .put("max_length", SlackLimits.SECTION_TEXT)
                .set("placeholder", BlockKit.plain(Captions.PROBLEM_EXAMPLE, SlackLimits.PLACEHOLDER));
        ObjectNode where = channels(WHERE).put("default_to_current_conversation", true);
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
