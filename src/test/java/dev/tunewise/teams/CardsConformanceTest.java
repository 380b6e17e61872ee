package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;

/** Every card of a whole consultation before Microsoft's own types and renderer, and the app packages before its schemas. */
@Tag("conformance")
class CardsConformanceTest {
    private final Path folder = Judges.folder();

    /** Every state of every card of a consultation, with the dialogs. */
    private static Map<String, JsonNode> cards() {
        Map<String, JsonNode> cards = new LinkedHashMap<>();
        try (Stage stage = new Stage()) {
            FakeTeams teams = stage.teams();
            Member ana = stage.member("29:ana", "Ana");
            String thread = ana.post(FakeTeams.CHANNEL, "Our *garden* is loud & bright, <b>a hedge</b>?");
            stage.settle();
            for (int turn = 0; turn < 12; turn++) {
                keep(cards, turn, teams);
                Message open = Clicker.open(teams.in(thread)).orElse(null);
                if (open == null) {
                    break;
                }
                if (turn == 1) {
                    JsonNode dialog = ana.open(teams.in(thread).getFirst(), "One form for all");
                    cards.put(
                            "dialog",
                            dialog.path("task").path("value").path("card").path("content"));
                    ana.click(open, "Why do you ask?");
                }
                Clicker.answer(ana, open);
                stage.settle();
            }
            for (String command : List.of("status", "what-if", "export", "help", "why", "change")) {
                ana.mention(thread, command);
                stage.settle();
                keep(cards, 99, teams);
            }
            ana.post(FakeTeams.CHANNEL, "list");
            ana.post(FakeTeams.CHANNEL, "settings");
            stage.settle();
            keep(cards, 100, teams);
            assertEquals(List.of(), teams.complaints());
        }
        return cards;
    }

    private static void keep(Map<String, JsonNode> cards, int turn, FakeTeams teams) {
        for (Message message : teams.messages()) {
            if (!cards.containsValue(message.card())) {
                cards.put("card-" + turn + "-" + message.id(), message.card());
            }
        }
    }

    @Test
    void everyCardHasMicrosoftsTypesAndDrawsWithoutUnknownElements() throws Exception {
        Map<String, JsonNode> cards = cards();
        assertFalse(cards.size() < 12, "only " + cards.size() + " cards");
        types(cards);
        draw(cards);
    }

    private void types(Map<String, JsonNode> cards) throws IOException {
        StringBuilder source = new StringBuilder("import type { IAdaptiveCard } from \"@microsoft/teams.cards\";\n");
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> card : cards.entrySet()) {
            String name = card.getKey().replace('-', '_');
            names.add(name);
            source.append("const ")
                    .append(name)
                    .append(": IAdaptiveCard = ")
                    .append(card.getValue().toPrettyString())
                    .append(";\n");
        }
        source.append("export default [").append(String.join(", ", names)).append("];\n");
        Files.writeString(folder.resolve("cards.ts"), source);
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
                "cards.ts");
    }

    private void draw(Map<String, JsonNode> cards) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path page = folder.resolve("cards.html");
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
                  for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
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
                Files.write(pictures.resolve(card.getKey() + ".png"), picture);
            }
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void theManifestsOfTheAppPackagesAreValid() throws IOException {
        Path script = Path.of("deploy", "teams", "package.py").toAbsolutePath();
        Judges.run(
                "python3",
                script.toString(),
                "--app-id",
                FakeTeams.APP,
                "--out",
                folder.resolve("zips").toString());
        List<String> command = new ArrayList<>(List.of("node", "manifests.cjs"));
        for (String version : List.of("1.25", "1.30")) {
            try (ZipFile zip = new ZipFile(
                    folder.resolve("zips/tunewise-teams-" + version + ".zip").toFile())) {
                byte[] manifest =
                        zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes();
                Path file = folder.resolve("manifest-" + version + ".json");
                Files.write(file, manifest);
                command.add(version + "=" + file);
                assertEquals(
                        FakeTeams.APP,
                        new ObjectMapper()
                                .readTree(manifest)
                                .path("bots")
                                .path(0)
                                .path("botId")
                                .asText());
                assertEquals("192x192", size(zip, "color.png"));
                assertEquals("32x32", size(zip, "outline.png"));
                assertFalse(new String(manifest, StandardCharsets.UTF_8).contains("${"));
            }
        }
        Judges.run(command.toArray(String[]::new));
    }

    private static String size(ZipFile zip, String icon) throws IOException {
        var image = javax.imageio.ImageIO.read(zip.getInputStream(zip.getEntry(icon)));
        return image.getWidth() + "x" + image.getHeight();
    }
}
