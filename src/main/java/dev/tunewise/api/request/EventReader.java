package dev.tunewise.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.ProblemDetail.Fault;
import dev.tunewise.api.problem.ProblemDetail.Kind;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an event and collects everything that is wrong with it. */
public final class EventReader {
    public static final int LONGEST_TEXT = 40_000;
    public static final int LONGEST_KEY = 200;
    public static final int LONGEST_NAME = 100;
    private static final int LONGEST_ARGUMENT = 2_000;
    /** Arguments that name somebody; what they hold stands in an index. */
    private static final Set<String> OF_PEOPLE = Set.of("person", "name");

    private static final Set<String> MEMBERS = Set.of("key", "text", "fact", "value", "command", "arguments", "author");
    private static final List<String> COMMANDS = Arrays.stream(ConversationCommand.values())
            .map(ConversationCommand::id)
            .sorted()
            .toList();

    private final RequestMembers members;
    private final RequestFactReader facts;

    public EventReader(ObjectNode object, RequestFactReader facts) {
        this.members = new RequestMembers(object, MEMBERS);
        this.facts = facts;
    }

    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(members.faults());
        faults.addAll(facts.faults());
        return faults;
    }

    public Optional<String> key() {
        return members.required("key", LONGEST_KEY).filter(key -> {
            if (key.isBlank()) {
                members.fault(
                        Kind.MISSING_MEMBER, "key", "`key` is empty: send a text that tells this event from others.");
            }
            return !key.isBlank();
        });
    }

    public Optional<String> author() {
        return members.text("author", LONGEST_NAME);
    }

    public Optional<UserInput> input() {
        boolean text = members.has("text");
        boolean command = members.has("command");
        boolean value = members.has("value");
        if ((text ? 1 : 0) + (command ? 1 : 0) + (value ? 1 : 0) != 1) {
            members.fault(
                    Kind.CONTRADICTION,
                    text ? "text" : value ? "value" : "command",
                    "Send exactly one of: `text`, `fact` with `value`, `command`.");
            return Optional.empty();
        }
        if (text) {
            return said();
        }
        return command ? commanded() : answered();
    }

    private Optional<UserInput> said() {
        if (members.has("fact")) {
            members.fault(Kind.CONTRADICTION, "fact", "`fact` goes with `value` or `command`, not with `text`.");
        }
        return members.text("text", LONGEST_TEXT).map(text -> new UserInput.Said(text, true));
    }

    private Optional<UserInput> answered() {
        Optional<Fact> fact = members.required("fact", LONGEST_KEY).flatMap(name -> facts.fact(name, "/fact"));
        if (fact.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = members.node("value");
        if (value.isNull()) {
            return Optional.of(new UserInput.Clicked(new Action.Command(
                    ConversationCommand.DONT_KNOW.id(),
                    Map.of("fact", fact.get().id(), "sure", "yes"))));
        }
        return facts.given(fact.get(), value, "/value")
                .map(SourcedAnswer::value)
                .map(given -> new UserInput.Clicked(new Action.Answer(fact.get().id(), ValueFormat.written(given))));
    }

    private Optional<UserInput> commanded() {
        Optional<String> name = members.text("command", LONGEST_KEY);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (ConversationCommand.of(name.get()).isEmpty()) {
            members.fault(
                    Kind.UNKNOWN_COMMAND,
                    "command",
                    "There is no command `" + JsonKinds.name(name.get()) + "`. "
                            + Suggestion.remedy(JsonKinds.name(name.get()), COMMANDS));
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        members.object("arguments")
                .properties()
                .forEach(argument -> argument(argument.getKey(), argument.getValue())
                        .ifPresent(text -> arguments.put(argument.getKey(), text)));
        members.text("fact", LONGEST_KEY)
                .flatMap(fact -> facts.fact(fact, "/fact"))
                .ifPresent(fact -> arguments.put("fact", fact.id()));
        return Optional.of(new UserInput.Clicked(new Action.Command(name.get(), arguments)));
    }

    private Optional<String> argument(String name, JsonNode given) {
        if (!given.isTextual()) {
            members.fault(
                    Kind.WRONG_TYPE,
                    "arguments",
                    "Arguments are strings; `" + JsonKinds.name(name) + "` is " + JsonKinds.shown(given) + ".");
            return Optional.empty();
        }
        int length = given.textValue().length();
        int longest = OF_PEOPLE.contains(name) ? LONGEST_KEY : LONGEST_ARGUMENT;
        if (length > longest) {
            members.fault(
                    Kind.TOO_LONG,
                    "arguments",
                    "The argument `%s` has %,d characters; at most %,d are taken."
                            .formatted(JsonKinds.name(name), length, longest));
            return Optional.empty();
        }
        return members.isText(given.textValue(), "arguments") ? Optional.of(given.textValue()) : Optional.empty();
    }
}
