package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A post as Slack takes it.
 *
 * @param text for notifications and screen readers, in Slack's markup
 * @param pictures to upload beside the message
 * @param files to upload beside the message
 */
public record RenderedMessage(
        String text, List<BlockWithFallback> shown, List<Block.Picture> pictures, List<Block.File> files) {
    public ArrayNode array() {
        return BlockKit.array(shown.stream().map(BlockWithFallback::block).toList());
    }

    public boolean hasBlocks() {
        return !shown.isEmpty();
    }

    /** The same without the blocks that Slack refused; where an older block can say the same, it stands in. */
    public RenderedMessage without(Set<Integer> refused) {
        List<BlockWithFallback> kept = new ArrayList<>();
        for (int position = 0; position < shown.size(); position++) {
            if (!refused.contains(position)) {
                kept.add(shown.get(position));
            } else {
                for (ObjectNode plainer : shown.get(position).plainer()) {
                    kept.add(BlockWithFallback.only(plainer));
                }
            }
        }
        return new RenderedMessage(text, kept, pictures, files);
    }

    public RenderedMessage textOnly() {
        return new RenderedMessage(text, List.of(), pictures, files);
    }
}
