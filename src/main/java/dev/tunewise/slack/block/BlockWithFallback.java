package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A block, and what to send in its stead where Slack does not know or take it.
 *
 * @param plainer older blocks with the same content; empty when nothing can stand in
 */
public record BlockWithFallback(ObjectNode block, List<ObjectNode> plainer) {
    public static BlockWithFallback only(ObjectNode block) {
        return new BlockWithFallback(block, List.of());
    }
}
