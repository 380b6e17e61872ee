package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web chat without a script: what people type is kept, shown and never run. */
final class PlainFormsTest {
    @TempDir
    private static Path folder;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void keepsAMegabyteOfTextThatItCannotTake() {
        String text = "<b>\u202E&\"'" + "long ".repeat(200_000);
        HttpResponse<String> opening = service.postForm("/c", "text", text);
        assertEquals(422, opening.statusCode());
        assertTrue(opening.body().contains("enough to begin with"), "it says why");
        assertTrue(
                opening.body().contains("&lt;b>") || opening.body().contains("&lt;b&gt;"), "the text is still there");
        assertTrue(opening.body().length() > 1_000_000, "all of it");
        String talk = open("short");
        HttpResponse<String> message = service.postForm(talk + "/events", "text", text);
        assertEquals(422, message.statusCode());
        assertTrue(message.body().contains("aria-invalid=\"true\""));
        assertTrue(message.body().length() > 1_000_000, "all of it");
    }

    @Test
    void letsPeopleChooseAmongTheFlows() {
        String page = service.get("/").body();
        assertTrue(page.contains("What do you want to decide?"), page);
        assertTrue(page.contains("value=\"fine-tuning\" checked"), page);
        assertFalse(page.contains("value=\"tuned-model-review\" checked"), page);
        String linked = service.get("/?flow=tuned-model-review").body();
        assertTrue(linked.contains("value=\"tuned-model-review\" checked"), linked);
        assertTrue(service.get("/?flow=%3Cb%3E").body().contains("value=\"fine-tuning\" checked"));
        HttpResponse<String> opened = service.postForm("/c", "flow", "tuned-model-review", "text", "");
        String talk = service.get(opened.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(talk.contains("Where does the tuned model run today?"), talk);
        HttpResponse<String> usual = service.postForm("/c", "text", "");
        String other = service.get(usual.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(other.contains("What is wrong with the output today?"), other);
    }

    @Test
    void answersTooMuchAtOnceWithAPage() {
        HttpResponse<String> answer = service.postForm("/c", "text", "x".repeat(5_000_000));
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("Too much at once"), answer.body());
    }

    @Test
    void showsAPageForWhatIsNotThere() {
        for (String path :
                new String[] {"/c/none", "/c/none/record", "/nothing", "/c/none/export.md", "/c/none/chart.svg"}) {
            HttpResponse<String> answer = service.get(path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("<h1>"), path);
            assertFalse(answer.body().contains("Exception"), path);
        }
        assertEquals(404, service.postForm("/c/none/events", "text", "x").statusCode());
        assertEquals(404, service.get("/c/none/updates?seen=0.0").statusCode());
    }

    @Test
    void refusesUpdatesThatMakeNoSense() {
        String talk = open("short");
        assertEquals(404, service.get(talk + "/updates?seen=x").statusCode());
        assertEquals(200, service.get(talk + "/updates?seen=0.-1").statusCode());
        assertEquals(200, service.get(talk + "/updates?seen=-5.-1").statusCode());
        assertEquals(200, service.get(talk + "/updates?seen=9999999999999.-1").statusCode());
        assertEquals(400, service.get(talk + "/updates").statusCode());
    }

    @Test
    void asksForANameOnceAndShowsIt() {
        service.forgetCookies();
        String talk = open("short");
        HttpResponse<String> named = service.postForm("/you", "name", "  Ana <b>\u0007  Maria ", "next", talk);
        assertEquals(303, named.statusCode());
        assertEquals(talk, named.headers().firstValue("Location").orElse(""));
        assertTrue(
                service.get(talk).body().contains("Ana &lt;b>"),
                service.get(talk).body());
        service.postForm(talk + "/events", "text", "hello");
        service.forgetCookies();
        assertTrue(service.get(talk).body().contains("Ana &lt;b>"), "others see the name");
    }

    @Test
    void takesFilesAway() {
        String talk = open("The assistant does not know our products.");
        HttpResponse<String> markdown = service.get(talk + "/export.md");
        assertEquals(200, markdown.statusCode());
        assertTrue(markdown.headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .startsWith("attachment; filename=\"decision-"));
        assertTrue(service.get(talk + "/export.json").body().startsWith("{"));
        assertEquals(404, service.get(talk + "/export.exe").statusCode());
        assertTrue(service.get(talk + "/record").body().contains("Markdown"));
    }

    @Test
    void forgetsNoStepWhenAButtonIsPressedTwice() {
        String talk = open("short");
        String key = "00112233445566778899aabbccddeeff";
        String[] form = {"key", key, "fact", "problems", "several", "yes", "value", "privacy"};
        service.postForm(talk + "/events", form);
        String once = service.get(talk).body();
        service.postForm(talk + "/events", form);
        assertEquals(count(once, "<article"), count(service.get(talk).body(), "<article"));
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    private static String open(String text) {
        HttpResponse<String> answer = service.postForm("/c", "text", text);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
