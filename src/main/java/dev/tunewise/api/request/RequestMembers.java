package dev.tunewise.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.api.problem.ProblemDetail.Fault;
import dev.tunewise.api.problem.ProblemDetail.Kind;
import dev.tunewise.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the members of a request and collects what is wrong with them. */
public final class RequestMembers {
    private final ObjectNode object;
    private final List<Fault> faults = new ArrayList<>();

    /** Members of an object that may have these and no others. */
    public RequestMembers(ObjectNode object, Set<String> allowed) {
        this.object = object;
        object.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                String remedy =
                        Suggestion.remedy(name, allowed.stream().sorted().toList());
                fault(Kind.UNKNOWN_MEMBER, name, "There is no member `" + JsonKinds.name(name) + "`. " + remedy);
            }
        });
    }

    public List<Fault> faults() {
        return faults;
    }

    public void fault(Kind kind, String name, String detail) {
        faults.add(Fault.of(kind, Fault.pointer(name), detail));
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    /** A string; empty when it is not there or no string, which is a fault. */
    public Optional<String> text(String name, int longest) {
        JsonNode node = object.path(name);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            fault(Kind.WRONG_TYPE, name, "`" + name + "` takes a string, found " + JsonKinds.shown(node) + ".");
            return Optional.empty();
        }
        String text = node.textValue();
        if (text.length() > longest) {
            fault(
                    Kind.TOO_LONG,
                    name,
                    "`" + name + "` has %,d characters; at most %,d are taken.".formatted(text.length(), longest));
            return Optional.empty();
        }
        return isText(text, name) ? Optional.of(text) : Optional.empty();
    }

    /** Whether every character of a string can be kept and shown; a fault where one cannot. */
    boolean isText(String string, String name) {
        boolean broken = string.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (broken) {
            fault(
                    Kind.NO_TEXT,
                    name,
                    "`" + name + "` holds the character U+0000 or half of a character (U+D800 to U+DFFF), which is no"
                            + " text. Leave it out.");
        }
        return !broken;
    }

    public Optional<String> required(String name, int longest) {
        if (!object.has(name)) {
            fault(Kind.MISSING_MEMBER, name, "`" + name + "` is missing: send a string.");
            return Optional.empty();
        }
        return text(name, longest);
    }

    /** An object; an empty one when it is not there or no object, which is a fault. */
    public ObjectNode object(String name) {
        JsonNode node = object.path(name);
        if (node instanceof ObjectNode inner) {
            return inner;
        }
        if (!node.isMissingNode()) {
            fault(Kind.WRONG_TYPE, name, "`" + name + "` takes an object, found " + JsonKinds.shown(node) + ".");
        }
        return object.objectNode();
    }
}
