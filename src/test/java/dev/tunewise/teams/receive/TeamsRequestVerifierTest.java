package dev.tunewise.teams.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.tunewise.teams.Stage;
import dev.tunewise.teams.fake.FakeTeams;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that two official validators were asked about, with what we decide; keys come from a server. */
class TeamsRequestVerifierTest {
    private final Stage.Time time = new Stage.Time();
    private final FakeTeams teams = new FakeTeams(time);
    private final PublishedKeys published =
            new PublishedKeys(URI.create(teams.at("/metadata")), HttpClient.newHttpClient(), time);
    private final TeamsRequestVerifier verifier =
            new TeamsRequestVerifier(FakeTeams.APP, "https://api.botframework.com", published, time);

    @AfterEach
    void close() {
        teams.close();
    }

    private Optional<String> refusal(@Nullable String authorization) {
        return verifier.refusal(authorization, "msteams", teams.serviceUrl());
    }

    private JWTClaimsSet.Builder claims() {
        return teams.claims();
    }

    private Date in(long seconds) {
        return Date.from(time.instant().plusSeconds(seconds));
    }

    private String bearer(JWTClaimsSet.Builder claims) {
        return "Bearer " + teams.keys().signed(claims.build());
    }

    @TestFactory
    Stream<DynamicTest> acceptsWhatTheBotFrameworkSends() {
        String noSlash = teams.serviceUrl().replaceAll("/$", "");
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("good", bearer(claims()));
        cases.put("expired four minutes ago", bearer(claims().expirationTime(in(-240))));
        cases.put("service URL without its last slash", bearer(claims().claim("serviceurl", noSlash)));
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertEquals(Optional.empty(), refusal(each.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> refusesEverythingElse() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("wrong audience", bearer(claims().audience("somebody else")));
        cases.put("audience as a URI", bearer(claims().audience("api://botid-" + FakeTeams.APP)));
        cases.put("two audiences", bearer(claims().audience(List.of(FakeTeams.APP, "somebody else"))));
        cases.put("wrong issuer", bearer(claims().issuer("https://sts.windows.net/x/")));
        cases.put("expired six minutes ago", bearer(claims().expirationTime(in(-360))));
        cases.put("without an end", bearer(claims().expirationTime(null)));
        cases.put("valid in six minutes", bearer(claims().notBeforeTime(in(360))));
        cases.put("other service URL", bearer(claims().claim("serviceurl", "https://evil.example/")));
        cases.put("no service URL", bearer(claims().claim("serviceurl", null)));
        cases.put("unknown key", "Bearer " + teams.keys().signedByStranger(claims().build()));
        cases.put("bad signature", "Bearer " + teams.keys().forged(claims().build()));
        cases.put("HS256 with the public key", "Bearer " + teams.keys().hmac(claims().build()));
        cases.put("algorithm none", "Bearer " + new PlainJWT(claims().build()).serialize());
        cases.put("key for web chat only", "Bearer " + teams.keys().signedForWebchat(claims().build()));
        cases.put("no bearer", teams.keys().signed(claims().build()));
        cases.put("rubbish", "Bearer rubbish");
        cases.put("empty", "Bearer ");
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertTrue(refusal(each.getValue()).isPresent())));
    }

    @Test
    void refusesARequestWithoutAHeader() {
        assertEquals(Optional.of("no bearer token"), refusal(null));
    }

    @Test
    void aClockThatWasAheadKeepsNoNewKeyOut() {
        String stranger = "Bearer " + teams.keys().signedByStranger(claims().build());
        time.pass(Duration.ofDays(1));
        refusal(stranger);
        time.pass(Duration.ofDays(-1));
        refusal(stranger);
        time.pass(Duration.ofMinutes(61));
        refusal(stranger);
        assertEquals(2, teams.keyFetches());
    }

    @Test
    void asksForUnknownKeysAtMostOnceAnHour() {
        String stranger = "Bearer " + teams.keys().signedByStranger(claims().build());
        for (int i = 0; i < 20; i++) {
            refusal(stranger);
        }
        assertEquals(1, teams.keyFetches());
        time.pass(Duration.ofMinutes(61));
        refusal(stranger);
        assertEquals(2, teams.keyFetches());
    }

    @Test
    void keepsOldKeysWhileTheKeyServerIsAway() {
        assertEquals(Optional.empty(), refusal(bearer(claims())));
        teams.close();
        time.pass(Duration.ofHours(25));
        assertEquals(Optional.empty(), refusal(bearer(claims())));
    }

    @Test
    void aTimeLongAgoIsNotValid() {
        assertTrue(refusal(bearer(claims().expirationTime(Date.from(Instant.EPOCH))))
                .isPresent());
    }
}
