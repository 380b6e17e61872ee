package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A part of a message that may have to be shortened.
 *
 * @param control whether people click it, so that it stays when text has to go
 * @param whole whether it shows everything when it has all the room it wants
 * @param within its blocks with at most so many characters; none when nothing of it fits
 */
public record BlockFragment(boolean control, boolean whole, IntFunction<List<BlockWithFallback>> within) {
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A part that stays whole or goes. */
    public static BlockFragment control(List<ObjectNode> blocks) {
        return whole(true, blocks);
    }

    /** A text that stays whole or goes. */
    public static BlockFragment text(ObjectNode block) {
        return whole(false, List.of(block));
    }

    /** A text of which a part can be shown. */
    public static BlockFragment shortenable(IntFunction<List<BlockWithFallback>> within) {
        return new BlockFragment(false, true, within);
    }

    private static BlockFragment whole(boolean control, List<ObjectNode> blocks) {
        List<BlockWithFallback> shown =
                blocks.stream().map(BlockWithFallback::only).toList();
        int weight = BlockWeight.of(blocks);
        return new BlockFragment(control, true, max -> weight <= max ? shown : List.of());
    }

    public List<BlockWithFallback> all() {
        return within.apply(UNLIMITED);
    }

    public static int weight(List<BlockWithFallback> shown) {
        return shown.stream().mapToInt(each -> BlockWeight.of(each.block())).sum();
    }
}
