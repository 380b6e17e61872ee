package dev.tunewise.slack.block;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** How many characters blocks count for: everything that is text or a value, not the names of types and ids. */
public final class BlockWeight {
    private static final Set<String> NOT_COUNTED = Set.of("type", "style", "align", "block_id", "action_id");

    public static int of(Collection<JsonObject> blocks) {
        return blocks.stream().mapToInt(BlockWeight::of).sum();
    }

    public static int of(JsonElement element) {
        if (element.isJsonObject()) {
            int sum = 0;
            for (Map.Entry<String, JsonElement> entry :
                    element.getAsJsonObject().entrySet()) {
                boolean name =
                        NOT_COUNTED.contains(entry.getKey()) && entry.getValue().isJsonPrimitive();
                sum += name ? 0 : of(entry.getValue());
            }
            return sum;
        }
        if (element.isJsonArray()) {
            int sum = 0;
            for (JsonElement each : element.getAsJsonArray()) {
                sum += of(each);
            }
            return sum;
        }
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
                ? element.getAsString().length()
                : 0;
    }
}
