package dev.tunewise.slack.click;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
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
        JsonArray number = new JsonArray();
        number.add(NUMBER);
        number.add(actions.indexOf(action));
        return number.toString();
    }

    /**
     * What a code means.
     *
     * @param code as {@link #write} wrote it
     * @param blocks the blocks of the post it stands in, asked for only where the code is a number
     * @return empty for a code that is not ours, or not of this post any more
     */
    public static Optional<Action> read(String code, Supplier<List<Block>> blocks) {
        try {
            JsonElement element = JsonParser.parseString(code);
            return element.isJsonArray() ? read(element.getAsJsonArray(), blocks) : Optional.empty();
        } catch (JsonParseException
                | IllegalStateException
                | NumberFormatException
                | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        } catch (UnsupportedOperationException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Action> read(JsonArray code, Supplier<List<Block>> blocks) {
        return switch (code.get(0).getAsString()) {
            case ANSWER ->
                Optional.of(
                        new Action.Answer(code.get(1).getAsString(), code.get(2).getAsString()));
            case COMMAND ->
                Optional.of(new Action.Command(
                        code.get(1).getAsString(), arguments(code.get(2).getAsJsonObject())));
            case OPEN -> Optional.of(new Action.Open(code.get(1).getAsString()));
            case NUMBER ->
                PostActions.of(blocks.get()).stream()
                        .skip(Math.max(0, code.get(1).getAsInt()))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Map<String, String> arguments(JsonObject object) {
        Map<String, String> arguments = new TreeMap<>();
        object.entrySet()
                .forEach(entry -> arguments.put(entry.getKey(), entry.getValue().getAsString()));
        return arguments;
    }

    private static JsonArray json(Action action) {
        JsonArray code = new JsonArray();
        switch (action) {
            case Action.Answer answer -> {
                code.add(ANSWER);
                code.add(answer.fact());
                code.add(answer.value());
            }
            case Action.Command command -> {
                code.add(COMMAND);
                code.add(command.name());
                JsonObject arguments = new JsonObject();
                new TreeMap<>(command.arguments()).forEach(arguments::addProperty);
                code.add(arguments);
            }
            case Action.Open open -> {
                code.add(OPEN);
                code.add(open.url());
            }
        }
        return code;
    }
}
