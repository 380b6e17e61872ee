package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.OutputType;

/**
 * Cards before Microsoft's own types and its renderer; pictures of them stay in the folder. The renderer is older than the charts of Teams, so it
 * draws the tables in their place.
 */
final class CardJudges {
    private final Path folder = Judges.folder();
    private final String name;

    private CardJudges(String name) {
        this.name = name;
    }

    /**
     * Fails when a card is not of Microsoft's types, or has elements that its renderer does not know.
     *
     * @param name of the set of cards, for its files
     */
    static void judge(String name, Map<String, JsonNode> cards) throws IOException {
        CardJudges judges = new CardJudges(name);
        judges.types(cards);
        judges.draw(cards);
    }

    private void types(Map<String, JsonNode> cards) throws IOException {
        StringBuilder source = new StringBuilder("import type { IAdaptiveCard } from \"@microsoft/teams.cards\";\n");
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> card : cards.entrySet()) {
            String name = card.getKey().replaceAll("\\W", "_");
            names.add(name);
            source.append("const ")
                    .append(name)
                    .append(": IAdaptiveCard = ")
                    .append(card.getValue().toPrettyString())
                    .append(";\n");
        }
        source.append("export default [").append(String.join(", ", names)).append("];\n");
        Files.writeString(folder.resolve(name + ".ts"), source);
        Judges.run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--module",
                "nodenext",
                "--moduleResolution",
                "nodenext",
                name + ".ts");
    }

    private void draw(Map<String, JsonNode> cards) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path page = folder.resolve(name + ".html");
        Files.writeString(page, """
                <!doctype html><meta charset="utf-8"><title>Cards</title>
                <script src="node_modules/adaptivecards/dist/adaptivecards.js"></script>
                <link rel="stylesheet" href="node_modules/adaptivecards/dist/adaptivecards.css">
                <style>body { font: 14px "Segoe UI", sans-serif; margin: 1rem } #card { width: 640px; border: 1px solid #ccc; padding: 4px }</style>
                <div id="card"></div>
                <script>
                function draw(json) {
                  const faults = [];
                  const card = new AdaptiveCards.AdaptiveCard();
                  // Teams shows six; the renderer's own default is five.
                  card.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } });
                  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\\n\\n/g, "<br>").replace(/\\*\\*(.+?)\\*\\*/g, "<b>$1</b>").replace(/\\\\(.)/g, "$1"); result.didProcess = true; };
                  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
                  card.parse(JSON.parse(json), context);
                  for (let i = 0; i < context.eventCount; i++) { const message = context.getEventAt(i).message; if (!/^Unknown element type "(?:Chart\\.\\w+|CodeBlock)"\\. Fallback will be used if present\\.$/.test(message)) faults.push(message); }
                  card.validateProperties().validationEvents.forEach(event => faults.push(event.message));
                  const place = document.getElementById("card");
                  place.replaceChildren(card.render());
                  return faults;
                }
                </script>
                """);
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> found = new LinkedHashMap<>();
        try (Browser browser = Browser.open()) {
            browser.look(720, 900, false);
            browser.driver().get(page.toUri().toString());
            for (Map.Entry<String, JsonNode> card : cards.entrySet()) {
                Object faults = browser.driver()
                        .executeScript("return draw(arguments[0])", json.writeValueAsString(card.getValue()));
                if (!(faults instanceof List<?> list && list.isEmpty())) {
                    found.put(card.getKey(), faults);
                }
                byte[] picture = browser.driver().getScreenshotAs(OutputType.BYTES);
                Files.write(pictures.resolve(name + "-" + card.getKey().replaceAll("\\W", "-") + ".png"), picture);
            }
        }
        assertEquals(Map.of(), found);
    }
}
