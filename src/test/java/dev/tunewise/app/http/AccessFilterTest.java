package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.startup.StartupFailureReport;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in. */
final class AccessFilterTest {
    private static final String TOKEN = "a-long-random-text-for-tests";

    @TempDir
    private static Path folder;

    private static Service open;
    private static Service guarded;

    @BeforeAll
    static void start() {
        open = Service.start(folder);
        guarded = Service.start(
                folder,
                Map.of(
                        "micronaut.server.host",
                        "0.0.0.0",
                        "tunewise.api.token",
                        TOKEN,
                        "tunewise.database.url",
                        "jdbc:sqlite:" + folder.resolve("guarded.db")));
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @Test
    void isOpenToThisMachine() {
        assertEquals(200, open.get("/api/flows").statusCode());
        assertEquals(200, open.get("/").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "127.0.0.1,200",
        "127.0.0.1:8080,200",
        "[::1]:8080,200",
        "evil.example,421",
        "127.0.0.1.evil.example,421",
        "localhost.evil.example,421",
        "127.0.0.999,421",
        "192.168.1.5,421",
        "0.0.0.0,421"
    })
    void answersOnlyToNamesOfThisMachine(String host, int status) throws IOException {
        assertEquals(status, raw("GET /api/flows HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c", "/you", "/api/conversations", "/api/flows/fine-tuning/advice", "/sign-in"})
    void takesNothingFromOtherSites(String path) {
        HttpResponse<String> byOrigin = open.send(open.request(path, "Origin", "http://evil.example")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(403, byOrigin.statusCode(), byOrigin.body());
        HttpResponse<String> bySite = open.send(open.request(path, "Sec-Fetch-Site", "same-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=x")));
        assertEquals(403, bySite.statusCode(), bySite.body());
    }

    @Test
    void takesFormsOfItsOwnPages() {
        HttpResponse<String> own = open.send(
                open.request("/c", "Origin", "http://" + open.at("/").getAuthority(), "Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=x")));
        assertEquals(303, own.statusCode(), own.body());
    }

    @Test
    void asksProgramsForTheTokenElsewhere() {
        guarded.forgetCookies();
        HttpResponse<String> without = guarded.get("/api/flows");
        assertEquals(401, without.statusCode());
        assertTrue(without.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        assertTrue(without.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(
                401, guarded.get("/api/flows", "Authorization", "Bearer wrong").statusCode());
        assertEquals(401, guarded.get("/api/flows", "Authorization", "Bearer ").statusCode());
        assertEquals(
                401,
                guarded.get("/api/flows", "Authorization", "Basic " + TOKEN).statusCode());
        assertEquals(303, guarded.get("/prometheus").statusCode());
        assertEquals(
                200,
                guarded.get("/api/flows", "Authorization", "Bearer " + TOKEN).statusCode());
        assertEquals(200, guarded.get("/health").statusCode());
    }

    @Test
    void aNeighbourInOurDomainCanSetNoSignInOfTheirs() {
        guarded.forgetCookies();
        HttpResponse<String> entered = guarded.send(guarded.request("/sign-in", "X-Forwarded-Proto", "https")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("next=/&token=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8))));
        String cookie = entered.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("__Host-tunewise-access="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("Secure") && cookie.contains("Path=/") && !cookie.contains("Domain"), cookie);
        guarded.forgetCookies();
        String own = cookie.substring(0, cookie.indexOf(';'));
        String theirs = own.substring("__Host-".length());
        assertEquals(303, overHttps(theirs), "any page of our domain could have set this one");
        assertEquals(200, overHttps("tunewise-access=stale; " + own), "nor does it keep anybody out");
    }

    private static int overHttps(String cookies) {
        return guarded.send(guarded.request("/", "X-Forwarded-Proto", "https", "Cookie", cookies))
                .statusCode();
    }

    @Test
    void asksBrowsersForTheTokenOnce() {
        guarded.forgetCookies();
        HttpResponse<String> first = guarded.get("/c/some-talk");
        assertEquals(303, first.statusCode());
        assertEquals(
                "/sign-in?next=%2Fc%2Fsome-talk",
                first.headers().firstValue("Location").orElse(""));
        HttpResponse<String> page = guarded.get("/sign-in?next=%2Fc%2Fsome-talk");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("value=\"/c/some-talk\""), page.body());
        HttpResponse<String> wrong = guarded.postForm("/sign-in", "token", "wrong", "next", "/");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("That is not the token"));
        HttpResponse<String> right = guarded.postForm("/sign-in", "token", TOKEN, "next", "https://evil.example/");
        assertEquals(303, right.statusCode());
        assertEquals("/", right.headers().firstValue("Location").orElse(""), "it never leads elsewhere");
        String cookie = right.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("tunewise-access="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains(TOKEN), "the token itself is not kept");
        HttpResponse<String> inside = guarded.get("/");
        assertEquals(200, inside.statusCode(), "the cookie opens the door");
        assertTrue(inside.body().contains("API: sign out"), inside.body());
        assertEquals(303, guarded.postForm("/sign-in/out").statusCode());
        guarded.send(guarded.request("/", "Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertEquals(
                303,
                guarded.send(guarded.request("/", "Cookie", cookie.substring(0, cookie.indexOf(';'))))
                        .statusCode(),
                "a session that was ended opens nothing, even where somebody kept its cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/conversations/%zz", "/api/flows?x=%", "/c/%zz", "/%"})
    void malformedAddressesAreToldSo(String target) throws IOException {
        for (Service service : List.of(open, guarded)) {
            try (Socket socket = new Socket("127.0.0.1", service.at("/").getPort())) {
                socket.getOutputStream()
                        .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
                assertTrue(answer.contains("application/problem+json"), answer);
                assertTrue(answer.contains("The address of the request is malformed"), answer);
            }
        }
    }

    @Test
    void refusesTokensThatCouldBeGuessed() {
        RuntimeException failure = assertThrows(
                RuntimeException.class,
                () -> Service.start(folder, Map.of("tunewise.api.token", "short"))
                        .close());
        String line = StartupFailureReport.inOneLine(failure).orElseThrow(() -> new AssertionError(failure));
        assertTrue(line.contains("has 5 characters; expected at least 20"), line);
    }

    @Test
    void guessingTakesLongerAndLonger() {
        guarded.forgetCookies();
        long start = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            assertEquals(
                    401,
                    guarded.get("/api/flows", "Authorization", "Bearer guess-" + i)
                            .statusCode());
        }
        assertTrue(System.nanoTime() - start > 2_000_000_000L, "eight guesses take more than two seconds");
        assertTrue(
                guarded.part(AuditTrail.class).latest(50).stream()
                        .anyMatch(event -> event.action() == AuditTrail.Action.REFUSED),
                "and are noted");
    }

    @Test
    void aCrowdOfGuessesHoldsUpNobodyElse() throws InterruptedException {
        guarded.forgetCookies();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch under = new CountDownLatch(90);
            for (int i = 0; i < 90; i++) {
                crowd.execute(() -> {
                    under.countDown();
                    guarded.get("/api/flows", "Authorization", "Bearer one-of-many-wrong-guesses");
                });
            }
            under.await();
            LockSupport.parkNanos(300_000_000L);
            long start = System.nanoTime();
            assertEquals(200, guarded.get("/health").statusCode());
            long waited = System.nanoTime() - start;
            assertTrue(waited < 1_500_000_000L, () -> "health answered after " + waited / 1_000_000 + " ms");
        }
    }

    @Test
    void healthSaysDetailsToThoseWhoSignedInOnly() {
        guarded.forgetCookies();
        assertFalse(guarded.get("/health").body().contains("database"));
        assertTrue(guarded.get("/health", "Authorization", "Bearer " + TOKEN)
                .body()
                .contains("database"));
        assertTrue(open.get("/health").body().contains("database"));
    }

    @Test
    void doesNotStartForOthersWithoutAToken() {
        RuntimeException failure = assertThrows(
                RuntimeException.class,
                () -> Service.start(folder, Map.of("micronaut.server.host", "0.0.0.0"))
                        .close());
        String line = StartupFailureReport.inOneLine(failure).orElseThrow(() -> new AssertionError(failure));
        assertTrue(line.contains("TUNEWISE_API_TOKEN"), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void keepsPagesToThemselves() {
        HttpResponse<String> page = open.get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self'") && policy.contains("default-src 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(page.body().contains("<script>"), "no script stands in a page");
        assertFalse(page.body().matches("(?s).*\\son[a-z]+=.*"), "no handler stands in a page");
        assertFalse(page.body().matches("(?s).*\\sstyle=.*"), "no style stands in a page");
        assertFalse(page.body().matches("(?s).*(src|href)=\"(https?:)?//.*"), "nothing is loaded from elsewhere");
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    /** A client library would not send another host than it connects to. */
    private static int raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", open.at("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void tooManyRequestsOfOneTokenAreRefusedWithTheTimeToWait() {
        Map<String, Object> settings = Map.of(
                "tunewise.database.url",
                "jdbc:sqlite:" + folder.resolve("quota.db"),
                "tunewise.api.token",
                TOKEN,
                "tunewise.quota.requests",
                5,
                "tunewise.quota.person-openings",
                1);
        try (Service busy = Service.start(folder, settings)) {
            String[] token = {"Authorization", "Bearer " + TOKEN};
            for (int i = 0; i < 3; i++) {
                assertEquals(200, busy.get("/api/flows", token).statusCode());
            }
            assertEquals(303, begun(busy).statusCode());
            HttpResponse<String> second = begun(busy);
            assertEquals(429, second.statusCode(), "one person begins few, whoever holds the door open");
            assertTrue(second.body().contains("You have begun 1 consultation within a minute"), second.body());
            HttpResponse<String> refused = busy.postJson("/api/conversations", "{\"flow\":\"fine-tuning\"}", token);
            assertEquals(429, refused.statusCode());
            long wait =
                    Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(wait >= 1 && wait <= 60, () -> "wait " + wait);
            assertTrue(refused.body().contains("more than 5 requests within a minute"), refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(429, busy.get("/", token).statusCode());
            assertEquals(200, busy.get("/health").statusCode(), "health is for everybody");
        }
    }

    private static HttpResponse<String> begun(Service service) {
        return service.send(service.request("/c", "Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("flow=fine-tuning&text=Drift")));
    }
}
