package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.storage.Database;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Proofs;
import dev.tunewise.teams.registration.AccessTokens;
import dev.tunewise.teams.registration.TeamsSettings;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which the app proves to the token server who it is. */
class CredentialsTest {
    private static final String CERTIFICATE = "src/test/resources/teams/certificate.pem";

    private final Stage.Time time = new Stage.Time();
    private final FakeTeams teams = new FakeTeams(time);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        teams.close();
        http.close();
    }

    private AccessTokens tokens(String secret, String certificate, String identity) {
        TeamsSettings settings = Stage.settings(teams, true, secret, certificate, identity);
        return TeamsModule.tokens(
                settings,
                settings.scope(),
                time,
                Stage.needs(teams, Database.inMemory()).identity(),
                http);
    }

    @Test
    void aSecret() throws Exception {
        assertEquals("token-1", tokens("the secret", "", "").current());
        assertEquals("secret", teams.proofs().last());
    }

    @Test
    void aWrongSecretNamesTheSettingsAndNotTheSecret() {
        AccessTokens tokens = tokens("hush", "", "");
        String refusal =
                assertThrows(AccessTokens.TokenException.class, tokens::current).getMessage();
        assertEquals(
                "The token server answered 401 invalid_client: check tunewise.teams.app-id, tenant-id and app-secret",
                refusal);
    }

    @Test
    void aCertificateSignsAStatementForEveryRequest() throws Exception {
        AccessTokens tokens = tokens("", CERTIFICATE, "");
        assertEquals("token-1", tokens.current());
        assertEquals("certificate", teams.proofs().last());
        assertEquals("token-1", tokens.current());
        tokens.refused("token-1");
        assertEquals("token-2", tokens.current());
    }

    @Test
    void theIdentityOfTheMachineIsTheBot() throws Exception {
        AccessTokens tokens = tokens("", "", FakeTeams.APP);
        assertEquals("token-1", tokens.current());
        time.pass(Duration.ofMinutes(56));
        assertEquals("token-2", tokens.current());
        assertEquals("", teams.proofs().last());
    }

    @Test
    void theRegistrationTrustsAnotherIdentity() throws Exception {
        assertEquals("token-1", tokens("", "", Proofs.IDENTITY).current());
        assertEquals("identity", teams.proofs().last());
        assertTrue(
                teams.calls().stream().anyMatch(call -> call.contains("api://AzureADTokenExchange")),
                teams.calls()::toString);
    }

    @Test
    void anIdentityThatTheMachineDoesNotHaveIsNamed() {
        AccessTokens tokens = tokens("", "", "another");
        String refusal =
                assertThrows(AccessTokens.TokenException.class, tokens::current).getMessage();
        assertTrue(refusal.contains("tunewise.teams.managed-identity"), refusal);
    }

    @Test
    void aCertificateThatCannotBeUsedSaysWhatIsExpected() throws Exception {
        Path noKey = Files.writeString(
                folder.resolve("only.pem"),
                Files.readString(Path.of(CERTIFICATE)).replaceAll("(?s)-----BEGIN PRIVATE.*PRIVATE KEY-----", ""));
        Path broken = Files.writeString(
                folder.resolve("broken.pem"),
                Files.readString(Path.of(CERTIFICATE)).replace("MII", "AAA"));
        for (String file : new String[] {folder.resolve("none.pem").toString(), noKey.toString(), broken.toString()}) {
            String refusal = assertThrows(IllegalArgumentException.class, () -> tokens("", file, ""))
                    .getMessage();
            assertTrue(refusal.startsWith("tunewise.teams.certificate is \"" + file), refusal);
            assertTrue(refusal.contains("PEM file"), refusal);
        }
    }
}
