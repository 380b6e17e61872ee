package dev.tunewise.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.kit.ActionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who knows the facts: clicks where an answer can be clicked, and writes where it cannot. */
final class Interviewee {
    private final FakeSlack slack;
    private final Member member;
    private final Map<String, String> facts;

    /**
     * Somebody.
     *
     * @param facts what they know, by fact; several values with commas between
     */
    Interviewee(FakeSlack slack, Member member, Map<String, String> facts) {
        this.slack = slack;
        this.member = member;
        this.facts = facts;
    }

    /** Answers the newest card of a thread. */
    void answer(Message root) {
        Message card = slack.card(root.ts());
        for (JsonObject element : elements(card)) {
            Optional<ActionId> id = ActionId.read(element.get("action_id").getAsString());
            String known = id.map(ActionId::about).map(facts::get).orElse(null);
            if (known == null) {
                continue;
            }
            switch (id.orElseThrow().kind()) {
                case MANY -> {
                    Map<String, Boolean> chosen = new LinkedHashMap<>();
                    List.of(known.split(",")).forEach(value -> chosen.put(label(element, value).orElseThrow(), true));
                    member.choose(card, chosen, "Done");
                    return;
                }
                case PICK -> {
                    Optional<String> label = label(element, known);
                    if (label.isPresent()) {
                        member.click(card, label.get());
                        return;
                    }
                }
                case TYPE -> {
                    member.say(root.channel(), root.ts(), known);
                    return;
                }
                default -> {}
            }
        }
        throw new AssertionError("nobody knows the answer to " + card.shown());
    }

    private static List<JsonObject> elements(Message card) {
        List<JsonObject> elements = new ArrayList<>();
        for (JsonElement each : card.blocks()) {
            JsonObject block = each.getAsJsonObject();
            if (block.has("element")) {
                elements.add(block.getAsJsonObject("element"));
            }
            if (block.get("type").getAsString().equals("actions")) {
                block.getAsJsonArray("elements").forEach(element -> elements.add(element.getAsJsonObject()));
            }
        }
        return elements;
    }

    /** What is written on a button, or on the option of a menu, that carries this value. */
    private static Optional<String> label(JsonObject element, String value) {
        JsonArray options = new JsonArray();
        if (element.has("options")) {
            options.addAll(element.getAsJsonArray("options"));
        } else {
            options.add(element);
        }
        for (JsonElement option : options) {
            JsonObject object = option.getAsJsonObject();
            if (object.has("value") && object.get("value").getAsString().equals(value)) {
                return Optional.of(object.getAsJsonObject("text").get("text").getAsString());
            }
        }
        return Optional.empty();
    }
}
