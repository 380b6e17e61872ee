package dev.tunewise.storage.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.UserInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes somebody's words, and their name, out of a consultation; what they meant, the values of facts, stays. */
public final class TextRedaction {
    /** Shorter words are taken out only where they stand alone: "yes" is nobody's. */
    private static final int TELLING = 12;

    private static final String NOBODY = "Somebody";
    private static final String GONE = "…";

    private final boolean ofPerson;
    private final String kept;
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();

    private TextRedaction(boolean ofPerson, String kept) {
        this.ofPerson = ofPerson;
        this.kept = kept;
    }

    public static TextRedaction ofPerson() {
        return new TextRedaction(true, "");
    }

    /** The words of a message; who wrote it stays. `kept`: as the message reads now: what is still in it stays too. */
    public static TextRedaction ofMessage(String kept) {
        return new TextRedaction(false, kept);
    }

    /** The entry without them; its words are remembered for the posts that quote it. */
    public Entry of(Entry entry) {
        if (ofPerson) {
            names.add(entry.author().name());
        }
        List<Change> changes = entry.changes().stream().map(this::of).toList();
        Author author = ofPerson ? new Author("forgotten", NOBODY) : entry.author();
        String message = ofPerson ? "" : entry.message();
        return new Entry(entry.key(), author, entry.at(), message, input(entry.input()), changes);
    }

    private UserInput input(UserInput input) {
        return switch (input) {
            case UserInput.Opened(String text) -> new UserInput.Opened(gone(text));
            case UserInput.Said(String text, boolean addressed) -> new UserInput.Said(gone(text), addressed);
            case UserInput.Edited(String text, boolean addressed, var entries) ->
                new UserInput.Edited(gone(text), addressed, entries);
            case UserInput.Imported(String title, var facts, var parameters, var remarks) ->
                new UserInput.Imported(gone(title), facts, parameters, remarks);
            case UserInput.Clicked clicked -> clicked;
            case UserInput.Filled filled -> filled;
            case UserInput.TimeCame came -> came;
        };
    }

    private Change of(Change change) {
        return switch (change) {
            case Change.Answered(String fact, var value, String quote) -> new Change.Answered(fact, value, gone(quote));
            case Change.Unclear(String fact, var readings, String quote) ->
                new Change.Unclear(fact, readings, gone(quote));
            case Change.Disputed(String fact, var value, String quote) -> new Change.Disputed(fact, value, gone(quote));
            case Change.Proposed(String fact, var value, String quote) -> new Change.Proposed(fact, value, gone(quote));
            case Change.Tuned(String parameter, var value, String quote) ->
                new Change.Tuned(parameter, value, gone(quote));
            case Change.Titled(String text) -> new Change.Titled(gone(text));
            case Change.FollowedUp(FollowUp now)
            when now.superseded() != null ->
                new Change.FollowedUp(now.superseded(gone(now.superseded().by())));
            default -> change;
        };
    }

    private String gone(String text) {
        if (!text.isBlank() && kept.contains(text.strip())) {
            return text;
        }
        if (!text.isBlank()) {
            words.add(text.strip());
        }
        return "";
    }

    /** A text without their words and name. */
    public String of(String text) {
        String result = text;
        List<String> longest = new ArrayList<>(words);
        longest.sort(Comparator.comparingInt(String::length).reversed());
        for (String word : longest) {
            // A short word of a message may be anybody's: what showed it is drawn again without it.
            boolean whole = ofPerson && result.equals(word);
            result = whole ? GONE : word.length() >= TELLING ? result.replace(word, GONE) : result;
        }
        for (String name : names) {
            result = name.isBlank() ? result : result.replace(name, NOBODY);
        }
        return result;
    }

    /** A document without them. */
    JsonNode of(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    if (!field.getKey().equals("type") && !field.getKey().equals("key")) {
                        field.setValue(of(field.getValue()));
                    }
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, of(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(of(text.textValue()));
            }
            default -> {}
        }
        return node;
    }
}
