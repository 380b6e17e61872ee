package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackSettingsTest {

    @TempDir
    Path folder;

    /** The settings as the service reads them; the mode stays off, so that nothing starts. */
    private SlackSettings settings(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("tunewise.database.url", "jdbc:sqlite:" + folder.resolve("tunewise.db"));
        try (ApplicationContext context = ApplicationContext.run(all)) {
            return context.getBean(SlackSettings.class);
        }
    }

    private static SlackSettings of(String mode, String bot, String app, String client, String redirect, int queue) {
        return new SlackSettings(
                mode, bot, "", app, client, "", redirect, "fine-tuning", "https://slack.com/api/", "", 32, queue);
    }

    @Test
    void offByDefault() {
        SlackSettings settings = settings(Map.of());
        assertTrue(settings.isOff());
        assertEquals(List.of(), settings.faults());
        assertEquals("https://slack.com/api/", settings.apiUrl());
        assertEquals("fine-tuning", settings.flow());
    }

    @Test
    void everyValueIsRead() {
        SlackSettings settings = settings(Map.ofEntries(
                Map.entry("tunewise.slack.mode", "off"),
                Map.entry("tunewise.slack.bot-token", "xoxb-1"),
                Map.entry("tunewise.slack.signing-secret", "s"),
                Map.entry("tunewise.slack.app-token", "xapp-1"),
                Map.entry("tunewise.slack.client-id", "1.2"),
                Map.entry("tunewise.slack.client-secret", "c"),
                Map.entry("tunewise.slack.redirect-url", "https://bot.example.com/slack/oauth_redirect"),
                Map.entry("tunewise.slack.flow", "other"),
                Map.entry("tunewise.slack.api-url", "http://127.0.0.1:1/api/"),
                Map.entry("tunewise.slack.authorize-url", "http://127.0.0.1:1/authorize"),
                Map.entry("tunewise.slack.concurrency", "3"),
                Map.entry("tunewise.slack.queue", "4")));
        assertEquals(
                new SlackSettings(
                        "off",
                        "xoxb-1",
                        "s",
                        "xapp-1",
                        "1.2",
                        "c",
                        "https://bot.example.com/slack/oauth_redirect",
                        "other",
                        "http://127.0.0.1:1/api/",
                        "http://127.0.0.1:1/authorize",
                        3,
                        4),
                settings);
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsRemedy() {
        List<String> http = of("http", "", "", "", "", 0).faults();
        assertEquals(3, http.size(), http.toString());
        assertTrue(http.getFirst().contains("signing-secret is missing; copy it from"), http.toString());
        List<String> socket =
                of("socket", "xapp-mixed-up", "xoxb-mixed-up", "", "", 1).faults();
        assertEquals(2, socket.size(), socket.toString());
        assertTrue(socket.getFirst().contains("does not begin with xapp-"), socket.toString());
        List<String> many =
                of("web", "xoxb-1", "", "1.2", "https://bot.example.com/", 1).faults();
        assertEquals(4, many.size(), many.toString());
        assertTrue(many.getFirst().contains("\"web\"; expected http, socket or off"), many.toString());
        assertFalse(many.toString().contains("xoxb-1"), "no secret in a fault");
    }

    @Test
    void theServiceDoesNotStartWithFaults() {
        Exception refused = assertThrows(Exception.class, () -> settings(Map.of("tunewise.slack.mode", "socket")));
        StringBuilder told = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            told.append(cause).append('\n');
        }
        assertTrue(told.indexOf("tunewise.slack.app-token is missing") >= 0, told.toString());
        assertTrue(told.indexOf("tunewise.slack.bot-token is missing") >= 0, told.toString());
    }

    @Test
    void secretsAreNotWritten() {
        String text = Stage.settings("xoxb-secret", "1.2", "client-secret").toString();
        assertFalse(
                text.contains("xoxb-secret") || text.contains("client-secret=c") || text.contains(Stage.SECRET), text);
        assertTrue(text.contains("bot-token=set"), text);
    }
}
