package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision record is given to the first page. */
class RecordUploadTest {
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

    private static HttpResponse<String> upload(String field, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"record.json\"\r\nContent-Type: application/json\r\n\r\n" + content
                + "\r\n--edge--\r\n";
        return service.send(service.request("/c/import")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void opensTheConsultationAgain() {
        String opened = service.postForm(
                        "/c", "flow", "fine-tuning", "text", "The assistant does not know our products")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String record = service.get("/api/conversations/" + opened.substring("/c/".length()) + "/export.json")
                .body();

        HttpResponse<String> made = upload("record", record);

        assertEquals(303, made.statusCode(), made.body());
        String page =
                service.get(made.headers().firstValue("Location").orElseThrow()).body();
        assertTrue(page.contains("Taken from a decision record"), page);
        assertTrue(page.contains("The assistant does not know our products"), page);
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        HttpResponse<String> refused = upload("record", "{\"format\": \"other\"}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("That record cannot be used."), refused.body());
        assertTrue(refused.body().contains("tunewise-decision-record"), refused.body());
    }

    @Test
    void asksForAFileWhereNoneIsChosen() {
        HttpResponse<String> refused = upload("other", "{}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Choose a decision record first"), refused.body());
    }

    @Test
    void aBrokenUploadIsAFaultOfTheRequest() {
        for (String disposition : new String[] {"form-data", "form-data; filenam\"x", "form--data; name=", ""}) {
            HttpResponse<String> answer = service.send(service.request("/c/import")
                    .header("Content-Type", "multipart/form-data; boundary=edge")
                    .POST(BodyPublishers.ofString(
                            "--edge\r\nContent-Disposition: " + disposition + "\r\n\r\n{}\r\n--edge--\r\n")));
            assertTrue(
                    answer.statusCode() == 400 || answer.statusCode() == 422, disposition + ": " + answer.statusCode());
        }
    }
}
