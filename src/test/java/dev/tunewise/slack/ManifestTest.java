package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.slack.install.OAuthInstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests ask for exactly what the adapter uses, within Slack's limits, and say why. */
class ManifestTest {
    private static final Path FOLDER = Path.of("deploy", "slack");

    private static Map<?, ?> at(Map<?, ?> map, String... path) {
        Map<?, ?> here = map;
        for (String name : path) {
            here = (Map<?, ?>) here.get(name);
        }
        return here;
    }

    private static Map<?, ?> manifest(String name) throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FOLDER.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest-socket.yaml", "manifest-http.yaml"})
    void asksForWhatTheAdapterUsesAndNoMore(String name) throws IOException {
        Map<?, ?> manifest = manifest(name);
        assertEquals(
                List.of(OAuthInstall.SCOPES.split(",")),
                at(manifest, "oauth_config", "scopes").get("bot"));
        assertFalse(at(manifest, "oauth_config", "scopes").containsKey("user"));
        assertEquals(
                List.of(
                        "app_home_opened",
                        "app_mention",
                        "app_uninstalled",
                        "channel_deleted",
                        "channel_shared",
                        "channel_unshared",
                        "group_deleted",
                        "message.channels",
                        "message.groups",
                        "message.im",
                        "tokens_revoked",
                        "user_change"),
                at(manifest, "settings", "event_subscriptions").get("bot_events"));
        assertEquals(true, at(manifest, "settings", "interactivity").get("is_enabled"));
        assertEquals(name.contains("socket"), at(manifest, "settings").get("socket_mode_enabled"));
        assertTrue(at(manifest, "features").containsKey("agent_view"));
        assertFalse(at(manifest, "features").containsKey("assistant_view"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest-socket.yaml", "manifest-http.yaml"})
    void saysWhyForEachScopeAndEvent(String name) throws IOException {
        Pattern item = Pattern.compile(" {6}- [a-z_]+[:._a-z]* # .{10,}");
        List<String> lines = Files.readAllLines(FOLDER.resolve(name));
        long explained =
                lines.stream().filter(line -> item.matcher(line).matches()).count();
        assertEquals(OAuthInstall.SCOPES.split(",").length + 12, explained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest-socket.yaml", "manifest-http.yaml"})
    void staysWithinSlacksLengths(String name) throws IOException {
        Map<?, ?> manifest = manifest(name);
        Map<?, ?> display = at(manifest, "display_information");
        assertTrue(String.valueOf(display.get("description")).length() <= 140);
        int about = String.valueOf(display.get("long_description")).length();
        assertTrue(about >= 174 && about <= 4_000, "long_description has " + about);
        Map<?, ?> agent = at(manifest, "features", "agent_view");
        assertTrue(String.valueOf(agent.get("agent_description")).length() <= 300);
        assertTrue(((List<?>) agent.get("suggested_prompts")).size() <= 4);
        Map<?, ?> shortcut = (Map<?, ?>) ((List<?>) at(manifest, "features").get("shortcuts")).getFirst();
        assertTrue(String.valueOf(shortcut.get("name")).length() <= 24);
        assertTrue(String.valueOf(shortcut.get("description")).length() <= 150);
        Map<?, ?> command = (Map<?, ?>) ((List<?>) at(manifest, "features").get("slash_commands")).getFirst();
        assertEquals("/tunewise", command.get("command"));
        assertEquals(true, command.get("should_escape"));
        assertEquals(!name.contains("socket"), command.containsKey("url"));
    }
}
