package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.channel.JsonText;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.UserInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a button or a filled card carries, and what it means when it comes back. It comes back from the client, so it says what somebody wants,
 * never what they may.
 */
public final class ClickCode {
    /** Ids of fields begin with this, the fact follows. */
    static final String FIELD = "in.";

    static final String PICK = "pick";
    private static final String CONVERSATION = "consultation";
    private static final String POST = "post";
    private static final String DO = "do";
    private static final String ANSWER = "answer";
    private static final String COMMAND = "command";
    private static final String FILL = "fill";
    private static final String FORM = "form";
    private static final String FOLD = "fold";
    private static final String FILLED = "filled";

    public sealed interface Click {
        CardOrigin origin();

        /** An answer, a command or a filled card. */
        record Done(CardOrigin origin, UserInput input) implements Click {}

        /** Somebody wants to see the form. */
        record Form(CardOrigin origin) implements Click {}

        /** Somebody wants to see a folded part. `number`: of the part on its post, from 0. */
        record Fold(CardOrigin origin, int number) implements Click {}
    }

    static ObjectNode act(CardOrigin origin, Action action) {
        return put(at(origin), action);
    }

    static ObjectNode fill(CardOrigin origin, List<String> facts) {
        return at(origin).put(DO, FILL).set("facts", CardJson.texts(facts));
    }

    static ObjectNode form(CardOrigin origin) {
        return at(origin).put(DO, FORM);
    }

    static ObjectNode form(CardOrigin origin, List<String> facts) {
        return at(origin).put(DO, FILLED).set("facts", CardJson.texts(facts));
    }

    static ObjectNode fold(CardOrigin origin, int number) {
        return at(origin).put(DO, FOLD).put(FOLD, number);
    }

    static ObjectNode pick(CardOrigin origin) {
        return at(origin).put(DO, PICK);
    }

    /** An action as the value of a choice. */
    static String value(Action action) {
        return put(CardJson.object(), action).toString();
    }

    private static ObjectNode at(CardOrigin origin) {
        return CardJson.object().put(CONVERSATION, origin.conversation()).put(POST, origin.post());
    }

    private static ObjectNode put(ObjectNode data, Action action) {
        switch (action) {
            case Action.Answer answer ->
                data.put(DO, ANSWER).put("fact", answer.fact()).put("value", answer.value());
            case Action.Command command -> {
                data.put(DO, COMMAND).put("name", command.name());
                if (!command.arguments().isEmpty()) {
                    ObjectNode arguments = data.putObject("arguments");
                    new TreeMap<>(command.arguments()).forEach(arguments::put);
                }
            }
            case Action.Open open -> data.put(DO, "open").put("url", open.url());
        }
        return data;
    }

    /** What came back; empty when it is not ours. */
    public static Optional<Click> read(JsonNode data) {
        CardOrigin origin = new CardOrigin(
                data.path(CONVERSATION).asText(""), data.path(POST).asText(""));
        if (origin.conversation().isEmpty()) {
            return Optional.empty();
        }
        return switch (data.path(DO).asText("")) {
            case FORM -> Optional.of(new Click.Form(origin));
            case FOLD -> Optional.of(new Click.Fold(origin, data.path(FOLD).asInt(-1)));
            case FILL -> Optional.of(new Click.Done(origin, answered(data)));
            case FILLED -> Optional.of(new Click.Done(origin, new UserInput.Filled(values(data))));
            case PICK ->
                action(JsonText.read(data.path(PICK).asText("")))
                        .map(action -> new Click.Done(origin, new UserInput.Clicked(action)));
            default -> action(data).map(action -> new Click.Done(origin, new UserInput.Clicked(action)));
        };
    }

    private static Optional<Action> action(JsonNode data) {
        return switch (data.path(DO).asText("")) {
            case ANSWER ->
                Optional.of(new Action.Answer(
                        data.path("fact").asText(""), data.path("value").asText("")));
            case COMMAND -> {
                Map<String, String> arguments = new LinkedHashMap<>();
                data.path("arguments")
                        .properties()
                        .forEach(argument -> arguments.put(
                                argument.getKey(), argument.getValue().asText("")));
                yield Optional.of(new Action.Command(data.path("name").asText(""), arguments));
            }
            default -> Optional.empty();
        };
    }

    /** One field is the answer to its question, also when it is empty; several are a form, in which empty ones stay as they are. */
    private static UserInput answered(JsonNode data) {
        Map<String, String> values = values(data);
        if (values.size() == 1) {
            Map.Entry<String, String> only = values.entrySet().iterator().next();
            return new UserInput.Clicked(new Action.Answer(only.getKey(), only.getValue()));
        }
        return new UserInput.Filled(values);
    }

    private static Map<String, String> values(JsonNode data) {
        Map<String, String> values = new LinkedHashMap<>();
        data.path("facts").forEach(fact -> values.put(fact.asText(""), value(data, fact.asText(""))));
        return values;
    }

    private static String value(JsonNode data, String fact) {
        JsonNode value = data.path(FIELD + fact);
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asText).toList())
                : value.asText("").strip();
    }
}
