package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
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
        CardJudges.judge("all", cards);
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
