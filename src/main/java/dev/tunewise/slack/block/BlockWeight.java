package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** How many characters blocks count for: everything that is text or a value, not the names of types and ids. */
public final class BlockWeight {
    private static final Set<String> NOT_COUNTED = Set.of("type", "style", "align", "block_id", "action_id");

    public static int of(Collection<ObjectNode> blocks) {
        return blocks.stream().mapToInt(BlockWeight::of).sum();
    }

    public static int of(JsonNode element) {
        int sum = element.isTextual() ? element.textValue().length() : 0;
        for (Map.Entry<String, JsonNode> field : element.properties()) {
            boolean name =
                    NOT_COUNTED.contains(field.getKey()) && field.getValue().isValueNode();
            sum += name ? 0 : of(field.getValue());
        }
        if (element.isArray()) {
            for (JsonNode each : element) {
                sum += of(each);
            }
        }
        return sum;
    }
}
