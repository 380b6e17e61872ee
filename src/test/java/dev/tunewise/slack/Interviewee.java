package dev.tunewise.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People who know the facts and take turns: they click where an answer can be clicked, and fill in a window where it cannot. */
final class Interviewee {
    private final FakeSlack slack;
    private final Deque<Member> members;
    private final Map<String, String> facts;
    private final Runnable settle;
    private final Set<String> answered = new HashSet<>();

    /**
     * People.
     *
     * @param facts what they know, by fact; several values with commas between
     * @param settle waits until the service is done with what it has
     */
    Interviewee(FakeSlack slack, List<Member> members, Map<String, String> facts, Runnable settle) {
        this.slack = slack;
        this.members = new ArrayDeque<>(members);
        this.facts = facts;
        this.settle = settle;
    }

    /** Answers the newest card of a thread. */
    void answer(Message root) {
        Message card = slack.card(root.ts());
        Member member = members.removeFirst();
        members.addLast(member);
        for (JsonObject element : elements(card)) {
            Optional<ActionId> id = ActionId.read(element.get("action_id").getAsString());
            String fact = id.map(ActionId::about).orElse("");
            String known = facts.get(fact);
            if (known == null || answered.contains(fact)) {
                continue;
            }
            switch (id.orElseThrow().kind()) {
                case MANY -> {
                    answered.add(fact);
                    Map<String, Boolean> chosen = new LinkedHashMap<>();
                    List.of(known.split(","))
                            .forEach(value -> chosen.put(label(element, value).orElseThrow(), true));
                    member.choose(card, chosen, "Done");
                    return;
                }
                case PICK -> {
                    Optional<String> label = label(element, known);
                    if (label.isPresent()) {
                        answered.add(fact);
                        if (element.has("options")) {
                            member.click(card, label.get());
                        } else {
                            member.press(card, element.get("action_id").getAsString());
                        }
                        return;
                    }
                }
                case TYPE -> {
                    answered.add(fact);
                    member.press(card, element.get("action_id").getAsString());
                    settle.run();
                    JsonObject window = slack.workspace().views().getLast().json();
                    JsonObject field = window.getAsJsonArray("blocks").get(0).getAsJsonObject();
                    member.submit(
                            Map.of(field.getAsJsonObject("label").get("text").getAsString(), known));
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
