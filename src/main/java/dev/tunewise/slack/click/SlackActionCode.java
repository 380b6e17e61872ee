package dev.tunewise.slack.click;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.JsonText;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An action as the text that a button or menu carries. One that is too long for its place is written as its number within the post and looked
 * up there when the click comes.
 */
public final class SlackActionCode {
    private static final String ANSWER = "a";
    private static final String COMMAND = "c";
    private static final String OPEN = "o";
    private static final String NUMBER = "n";

    private final List<Action> actions;

    public SlackActionCode(List<Block> blocks) {
        this.actions = PostActions.of(blocks);
    }

    /** The code, at most so many characters long. */
    public String write(Action action, int max) {
        String code = json(action).toString();
        if (code.length() <= max) {
            return code;
        }
        return JsonNodeFactory.instance
                .arrayNode()
                .add(NUMBER)
                .add(actions.indexOf(action))
                .toString();
    }

    /**
     * What a code means.
     *
     * @param code as {@link #write} wrote it
     * @param blocks the blocks of the post it stands in, asked for only where the code is a number
     * @return empty for a code that is not ours, or not of this post any more
     */
    public static Optional<Action> read(String code, Supplier<List<Block>> blocks) {
        JsonNode parts = JsonText.read(code);
        JsonNode first = parts.path(1);
        JsonNode second = parts.path(2);
        return switch (parts.path(0).asText("")) {
            case ANSWER ->
                second.isTextual() ? Optional.of(new Action.Answer(first.asText(), second.asText())) : Optional.empty();
            case COMMAND ->
                second.isObject()
                        ? Optional.of(new Action.Command(first.asText(), arguments(second)))
                        : Optional.empty();
            case OPEN -> first.isTextual() ? Optional.of(new Action.Open(first.asText())) : Optional.empty();
            case NUMBER ->
                PostActions.of(blocks.get()).stream()
                        .skip(Math.max(0, first.asInt(Integer.MAX_VALUE)))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Map<String, String> arguments(JsonNode object) {
        Map<String, String> arguments = new TreeMap<>();
        object.properties()
                .forEach(each -> arguments.put(each.getKey(), each.getValue().asText()));
        return arguments;
    }

    private static ArrayNode json(Action action) {
        ArrayNode code = JsonNodeFactory.instance.arrayNode();
        switch (action) {
            case Action.Answer(String fact, String value) ->
                code.add(ANSWER).add(fact).add(value);
            case Action.Command(String name, Map<String, String> arguments) -> {
                ObjectNode sorted = code.add(COMMAND).add(name).addObject();
                new TreeMap<>(arguments).forEach(sorted::put);
            }
            case Action.Open(String url) -> code.add(OPEN).add(url);
        }
        return code;
    }
}
