package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.teams.fake.CardRules;
import dev.tunewise.teams.render.CardRenderer;
import dev.tunewise.teams.render.NoFileUrls;
import dev.tunewise.testing.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real answer of the shipped flow, with real prices, as a card. */
class AnswerCardTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of("problems", "prompt_work");
    private static final List<String> WORDS = List.of("tuning_tried");

    private final CardRenderer renderer = new CardRenderer(new NoFileUrls());

    @TempDir
    Path folder;

    @Test
    void showsTheCostsWithTheirChartsAndOpensTheRestInDialogs() throws Exception {
        try (Service service = Service.start(folder)) {
            String id = consultation(service);
            Post answer = service.part(ConversationStore.class).posts(id).stream()
                    .map(ConversationStore.Kept::post)
                    .filter(post -> post.key().startsWith("answer"))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            ObjectNode card = renderer.card(id, answer);
            String shown = card.toString();

            assertEquals(List.of(), CardRules.faults(card));
            assertTrue(shown.contains("Chart.Line"), shown);
            assertFalse(shown.contains("Chart.VerticalBar"), "it pays back at once, so that bars would say nothing");
            assertTrue(
                    shown.contains("Do this") && shown.contains("Tuned Nova 2 Lite") && shown.contains("Next best"),
                    shown);
            Files.createDirectories(Path.of("target", "teams-preview"));
            Files.writeString(Path.of("target", "teams-preview", "answer.json"), shown);
            assertTrue(shown.contains("task/fetch"), shown);
            assertFalse(shown.contains("Shortened"), shown);
            long folds = answer.blocks().stream()
                    .filter(Block.Details.class::isInstance)
                    .count();
            for (int number = 0; number < folds; number++) {
                CardRenderer.Opened opened = renderer.fold(id, answer, number).orElseThrow();
                assertEquals(List.of(), CardRules.faults(opened.card()));
                assertFalse(opened.card().toString().contains("Shortened"), opened.title());
                assertFalse(opened.card().toString().contains("Action.Execute"), opened.title());
                assertFalse(
                        opened.card().toString().matches("(?s).*[0-9a-f]{40}.*"),
                        "a whole hash says nothing to a person");
            }
            assertTrue(renderer.fold(id, answer, (int) folds).isEmpty());
        }
    }

    private static String consultation(Service service) throws Exception {
        JsonNode opened = JSON.readTree(service.postJson(
                        "/api/conversations",
                        "{\"flow\":\"fine-tuning\",\"text\":\"Should we fine-tune our ticket classifier?\"}")
                .body());
        String id = opened.path("id").asText();
        for (Map.Entry<String, List<String>> answer : TicketCase.ANSWERS.entrySet()) {
            ObjectNode event =
                    JSON.createObjectNode().put("key", answer.getKey()).put("fact", answer.getKey());
            event.set("value", value(answer.getKey(), answer.getValue()));
            var response = service.postJson("/api/conversations/" + id + "/events", event.toString());
            assertTrue(response.statusCode() < 300, response.body());
        }
        return id;
    }

    private static JsonNode value(String fact, List<String> values) {
        String first = values.getFirst();
        if (LISTS.contains(fact)) {
            return JSON.valueToTree(values);
        }
        if (first.matches("[0-9.]+")) {
            return JSON.valueToTree(Double.valueOf(first));
        }
        boolean truth = List.of("yes", "no").contains(first) && !WORDS.contains(fact);
        return truth ? JSON.valueToTree(first.equals("yes")) : JSON.valueToTree(first);
    }
}
