package dev.tunewise.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.app.startup.StartupFailureReport;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in with an account elsewhere, against an issuer on this machine. */
final class SignInTest {
    private static final Map<String, Object> ANA =
            Map.of("sub", "ana-1", "name", "Ana Alm", "email", "ana@example.com");

    @TempDir
    private static Path folder;

    private static FakeIssuer issuer;
    private static Service service;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        issuer = new FakeIssuer();
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.public-url", "https://bot.example.com/");
        for (String name : List.of("company", "slack", "microsoft")) {
            settings.put("tunewise.sign-in." + name + ".client-id", FakeIssuer.CLIENT);
            settings.put("tunewise.sign-in." + name + ".client-secret", FakeIssuer.SECRET);
            settings.put("tunewise.sign-in." + name + ".issuer", issuer.address());
        }
        settings.put("tunewise.sign-in.company.label", "Example Ltd");
        settings.put("tunewise.sign-in.slack.workspaces", "T1, T2");
        settings.put("tunewise.sign-in.admins", "boss@example.com");
        settings.put("tunewise.sign-in.readers", "guest-7");
        service = Service.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @BeforeEach
    void straight() {
        issuer.bend(UnaryOperator.identity());
        issuer.sign(FakeIssuer.Signing.RIGHT);
        service.forgetCookies();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static HttpResponse<String> signIn(String way, Map<String, Object> claims) {
        HttpResponse<String> begun = service.get("/sign-in/with/" + way + "?next=%2F");
        assertEquals(303, begun.statusCode(), begun.body());
        return service.get(issuer.agree(location(begun), claims));
    }

    private static Identity newest() {
        return service.part(Grants.class).list(Grants.Kind.SESSION).getFirst().identity();
    }

    @Test
    void peopleSignInWithAnyIssuerAndAreWhoTheyAreThere() {
        assertEquals(303, service.get("/").statusCode());
        String page = service.get("/sign-in").body();
        assertTrue(page.contains("Sign in with Example Ltd") && page.contains("Sign in with Slack"), page);
        HttpResponse<String> back = signIn("company", ANA);
        assertEquals(303, back.statusCode(), back.body());
        assertEquals("/", location(back));
        HttpResponse<String> inside = service.get("/");
        assertEquals(200, inside.statusCode());
        assertTrue(inside.body().contains("Ana Alm: sign out"), inside.body());
        assertEquals(Role.MEMBER, newest().role());
        assertEquals(
                303,
                service.postForm("/c", "text", "Our classifier drifts", "flow", "fine-tuning")
                        .statusCode());
        assertEquals(303, service.postForm("/sign-in/out").statusCode());
        assertEquals(303, service.get("/").statusCode(), "outside again");
    }

    @Test
    void rolesAreGivenByNameOrVerifiedAddress() {
        signIn("company", Map.of("sub", "b", "name", "Boss", "email", "Boss@example.com", "email_verified", true));
        assertEquals(Role.ADMIN, newest().role());
        service.forgetCookies();
        signIn("company", Map.of("sub", "e", "name", "Eve", "email", "boss@example.com", "email_verified", false));
        assertEquals(Role.MEMBER, newest().role(), "an address that nobody verified proves nothing");
        service.forgetCookies();
        signIn("company", Map.of("sub", "guest-7", "name", "Gus"));
        assertEquals(Role.READER, newest().role());
        assertEquals(
                403, service.postForm("/c", "text", "x", "flow", "fine-tuning").statusCode());
    }

    @Test
    void accountsOfSlackAndMicrosoftAreKnown() {
        Map<String, Object> slack = Map.of(
                "sub", "U1", "name", "Ana", "https://slack.com/team_id", "T1", "https://slack.com/user_id", "U1");
        assertEquals(303, signIn("slack", slack).statusCode());
        assertEquals("T1", newest().account().orElseThrow().workspace());
        service.forgetCookies();
        Map<String, Object> foreign = Map.of(
                "sub", "U9", "name", "Eve", "https://slack.com/team_id", "T9", "https://slack.com/user_id", "U9");
        assertEquals(401, signIn("slack", foreign).statusCode(), "another workspace's people stay outside");
        service.forgetCookies();
        assertEquals(
                303,
                signIn("microsoft", Map.of("sub", "s", "name", "Mo", "tid", "tenant", "oid", "o1"))
                        .statusCode());
        assertEquals("teams", newest().account().orElseThrow().channel());
    }

    private static void bent(String what, UnaryOperator<JWTClaimsSet.Builder> how) {
        service.forgetCookies();
        issuer.bend(how);
        assertEquals(401, signIn("company", ANA).statusCode(), what);
        assertEquals(303, service.get("/").statusCode(), what);
    }

    @Test
    void tokensThatAreNotQuiteRightAreRefused() {
        bent("another issuer", claims -> claims.issuer("https://evil.example"));
        bent("another audience", claims -> claims.audience("somebody-else"));
        bent("two audiences and no party", claims -> claims.audience(List.of(FakeIssuer.CLIENT, "other")));
        bent("expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        bent("no end", claims -> claims.expirationTime(null));
        bent("not yet", claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))));
        bent("another nonce", claims -> claims.claim("nonce", "x"));
        bent("nobody", claims -> claims.subject(""));
        issuer.bend(UnaryOperator.identity());
        for (FakeIssuer.Signing signing :
                List.of(FakeIssuer.Signing.FOREIGN_KEY, FakeIssuer.Signing.SHARED_SECRET, FakeIssuer.Signing.NONE)) {
            service.forgetCookies();
            issuer.sign(signing);
            assertEquals(401, signIn("company", ANA).statusCode(), signing.toString());
        }
    }

    @Test
    void aSignInIsBoundToItsBrowserAndCountsOnce() {
        HttpResponse<String> begun = service.get("/sign-in/with/company?next=https%3A%2F%2Fevil.example");
        String back = issuer.agree(location(begun), ANA);
        assertFalse(location(begun).contains("evil"), "it leads nowhere else");
        service.forgetCookies();
        assertEquals(401, service.get(back).statusCode(), "another browser");
        begun = service.get("/sign-in/with/company");
        back = issuer.agree(location(begun), ANA);
        assertEquals(
                401, service.get(back.replaceAll("state=.*", "state=forged")).statusCode());
        begun = service.get("/sign-in/with/company");
        back = issuer.agree(location(begun), ANA);
        assertEquals(303, service.get(back).statusCode());
        assertEquals(401, service.get(back).statusCode(), "a code counts once");
        assertEquals(401, service.get("/sign-in/with/nobody").statusCode());
    }

    @Test
    void anIssuerThatHangsHoldsUpNobodyElse() throws InterruptedException {
        String back = issuer.agree(location(service.get("/sign-in/with/company")), ANA);
        CountDownLatch answers = new CountDownLatch(1);
        issuer.hang(answers);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch under = new CountDownLatch(90);
            for (int i = 0; i < 90; i++) {
                crowd.execute(() -> {
                    under.countDown();
                    service.get(back);
                });
            }
            under.await();
            LockSupport.parkNanos(500_000_000L);
            long start = System.nanoTime();
            assertEquals(200, service.get("/health").statusCode());
            long waited = System.nanoTime() - start;
            answers.countDown();
            assertTrue(waited < 3_000_000_000L, () -> "health answered after " + waited / 1_000_000 + " ms");
        } finally {
            answers.countDown();
            issuer.hang(answers);
        }
    }

    @Test
    void settingsThatWouldLetEverybodyInAreRefused() {
        for (Map<String, Object> settings : List.<Map<String, Object>>of(
                Map.of("tunewise.sign-in.slack.client-id", "c", "tunewise.sign-in.slack.client-secret", "s"),
                Map.of("tunewise.sign-in.microsoft.client-id", "c", "tunewise.sign-in.microsoft.client-secret", "s"),
                Map.of("tunewise.sign-in.company.client-id", "c", "tunewise.sign-in.company.client-secret", "s"),
                Map.of(
                        "tunewise.sign-in.company.client-id", "c",
                        "tunewise.sign-in.company.client-secret", "s",
                        "tunewise.sign-in.company.issuer", "https://id.example.com"),
                Map.of("tunewise.sign-in.role", "admin"))) {
            RuntimeException failure = assertThrows(
                    RuntimeException.class,
                    () -> Service.start(folder, settings).close());
            assertTrue(StartupFailureReport.inOneLine(failure).isPresent(), settings.toString());
        }
    }
}
