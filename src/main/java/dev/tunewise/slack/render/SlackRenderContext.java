package dev.tunewise.slack.render;

import dev.tunewise.chat.Block;
import dev.tunewise.slack.block.Surface;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.BlockId;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.SlackActionCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** The message being written: hands out ids that are unique in it. */
final class SlackRenderContext {
    private final String conversation;
    private final String post;
    private final String stamp;
    private final Surface surface;
    private final SlackActionCode codes;
    private int blocks;
    private int actions;
    private int folds;
    private boolean tableUsed;

    SlackRenderContext(String conversation, String post, List<Block> blocks, Surface surface) {
        this.conversation = conversation;
        this.post = post;
        this.stamp = stamp(blocks);
        this.surface = surface;
        this.codes = new SlackActionCode(blocks);
    }

    SlackActionCode codes() {
        return codes;
    }

    String blockId() {
        return new BlockId(conversation, blocks++, stamp, post).text();
    }

    /** Id of something to click: its kind, a number, and the fact it is about. */
    String actionId(ActionId.Kind kind, String about) {
        return new ActionId(kind, actions++, about).text();
    }

    /** Number of the next folded part, counted as {@link PostActions#details} counts. */
    int nextFold() {
        return folds++;
    }

    /** Counts folded parts inside of a folded part, which are shown only when that one is opened. */
    void skipFolds(int count) {
        folds += count;
    }

    /** True once: Slack shows one table in a message. */
    boolean takeTable() {
        boolean free = surface.tables() && !tableUsed;
        tableUsed |= free;
        return free;
    }

    private static String stamp(List<Block> blocks) {
        CRC32 crc = new CRC32();
        crc.update(blocks.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
