package dev.tunewise.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.util.Map;
import java.util.Optional;

/** Answers whatever a card asks, with the first thing there is to click. */
final class Clicker {
    private Clicker() {}

    static void answer(Member member, Message card) {
        Optional<String> field = first(card, "input", "options");
        if (field.isPresent()) {
            member.choose(card, Map.of(field.get(), true), "Done");
            return;
        }
        Optional<String> label = first(card, "pick.", "");
        member.click(card, label.orElse("Don't know"));
    }

    private static Optional<String> first(Message card, String wanted, String name) {
        for (JsonElement each : card.blocks()) {
            JsonObject block = each.getAsJsonObject();
            if (block.get("type").getAsString().equals("input") && wanted.equals("input")) {
                return Optional.of(label(
                        block.getAsJsonObject("element").getAsJsonArray(name).get(0)));
            }
            if (block.get("type").getAsString().equals("actions")) {
                for (JsonElement element : block.getAsJsonArray("elements")) {
                    JsonObject object = element.getAsJsonObject();
                    if (object.get("action_id").getAsString().startsWith(wanted)) {
                        return Optional.of(
                                object.has("options")
                                        ? label(object.getAsJsonArray("options").get(0))
                                        : label(object));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String label(JsonElement object) {
        return object.getAsJsonObject().getAsJsonObject("text").get("text").getAsString();
    }
}
