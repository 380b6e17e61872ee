package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consultation in a browser without a script: plain forms, one page for each step. */
final class FirstConsultationTest {
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
    void endsInAVerdictAfterTwoClicks() {
        String talk = open("Our assistant does not know our product names.");
        String page = service.get(talk).body();
        page = click(talk, page, "fact", "problems", "several", "yes", "value", "missing-knowledge");
        page = click(talk, page, "action", "answer?fact=task&value=question-answering");
        page = click(talk, page, "action", "answer?fact=retrieval&value=not-tried");
        assertTrue(page.contains("id=\"p-616e73776572\""), page);
    }

    @Test
    void survivesARestart() {
        String talk = open("The format breaks.");
        String before = service.get(talk).body();
        click(talk, before, "fact", "problems", "several", "yes", "value", "format-drift");
        String then = withoutKeys(service.get(talk).body());
        service.restart();
        assertEquals(then, withoutKeys(service.get(talk).body()));
    }

    @Test
    void takesADoubleSubmitOnce() {
        String first = service.postForm("/c", "key", "0123456789abcdef0123456789abcdef", "text", "Twice")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String second = service.postForm("/c", "key", "0123456789abcdef0123456789abcdef", "text", "Twice")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals(first, second);
    }

    private static String open(String text) {
        HttpResponse<String> answer = service.postForm("/c", "text", text);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String click(String talk, String page, String... fields) {
        Matcher key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{32})\"").matcher(page);
        assertTrue(key.find(), page);
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "key";
        all[fields.length + 1] = key.group(1);
        HttpResponse<String> answer = service.postForm(talk + "/events", all);
        assertEquals(303, answer.statusCode(), answer.body());
        return service.get(talk).body();
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("name=\"key\" value=\"[0-9a-f]{32}\"", "");
    }
}
