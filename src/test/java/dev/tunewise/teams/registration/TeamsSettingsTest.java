package dev.tunewise.teams.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsSettingsTest {
    private static TeamsSettings settings(String mode, String app, String secret, String tenant) {
        return new TeamsSettings(
                mode,
                app,
                secret,
                "",
                "",
                tenant,
                "",
                true,
                "fine-tuning",
                "https://login.example",
                "scope",
                "https://m",
                "i",
                1,
                1,
                "https://graph.example");
    }

    @Test
    void collectsEverythingThatIsMissing() {
        List<String> faults = settings("on", "", "", "").faults("0.0.0.0", false);
        assertEquals(3, faults.size(), faults.toString());
        assertEquals(List.of(), settings("on", "app", "s", "t").faults("0.0.0.0", false));
        assertTrue(settings("yes", "app", "s", "t").faults("", false).getFirst().contains("\"yes\""));
    }

    @Test
    void developmentIsForThisMachineAndWithoutCredentials() {
        assertEquals(List.of(), settings("development", "", "", "").faults("127.0.0.1", true));
        assertEquals(
                1, settings("development", "", "", "").faults("0.0.0.0", false).size());
        assertEquals(
                1,
                settings("development", "app", "s", "")
                        .faults("127.0.0.1", true)
                        .size());
    }

    @Test
    void aBotOfOneTenantHearsThatTenantOnly() {
        assertTrue(settings("on", "a", "s", "T1").serves("t1"));
        assertFalse(settings("on", "a", "s", "T1").serves("T2"));
        assertTrue(settings("on", "a", "s", "botframework.com").serves("T2"));
    }

    @Test
    void takesOneProofOfWhoWeAreAndNoMore() {
        TeamsSettings secret = settings("on", "app", "s", "t");
        assertEquals(List.of(), with(secret, "", "/etc/bot.pem", "").faults("", false));
        assertEquals(List.of(), with(secret, "", "", "identity").faults("", false));
        String both = with(secret, "s", "/etc/bot.pem", "").faults("", false).getFirst();
        assertTrue(both.contains("app-secret and certificate are both set"), both);
    }

    private static TeamsSettings with(TeamsSettings set, String secret, String certificate, String identity) {
        return new TeamsSettings(
                set.mode(),
                set.appId(),
                secret,
                certificate,
                identity,
                set.tenantId(),
                "",
                true,
                "",
                set.loginUrl(),
                set.scope(),
                "",
                "",
                1,
                1,
                "https://graph.example");
    }

    @Test
    void doesNotShowTheSecret() {
        assertFalse(settings("on", "app", "hush", "t").toString().contains("hush"));
    }
}
