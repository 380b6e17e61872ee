package dev.tunewise.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers whatever a card asks, with the first thing there is to choose. */
final class Clicker {
    private Clicker() {}

    /** The newest message that asks something. */
    static Optional<Message> open(List<Message> messages) {
        return messages.stream().filter(message -> asks(message.card())).reduce((_, later) -> later);
    }

    static boolean asks(JsonNode card) {
        return Member.actions(card).stream()
                .map(action -> action.path("data").path("do").asText())
                .anyMatch(what -> what.equals("answer") || what.equals("fill"));
    }

    static void answer(Member member, Message card) {
        member.click(card, title(card.card()), fields(card.card()));
    }

    /** The first button that answers. */
    static String title(JsonNode card) {
        return Member.actions(card).stream()
                .filter(action -> List.of("answer", "fill")
                        .contains(action.path("data").path("do").asText()))
                .map(action -> action.path("title").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Something for every field, by its label. */
    static Map<String, String> fields(JsonNode card) {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode input : Member.inputs(card)) {
            String value = input.path("type").asText().equals("Input.ChoiceSet")
                    ? input.path("choices").path(0).path("title").asText()
                    : "50";
            fields.put(input.path("label").asText(), value);
        }
        return fields;
    }
}
