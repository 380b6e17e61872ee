package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tunewise.access.AccessScope;
import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.testing.Nginx;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger reaches through a real nginx: nothing that was meant for this machine's own people. */
final class BehindNginxTest {
    private static final String STRANGER = "Host: bot.example.com";
    private static final List<String> INSIDE = List.of(
            "/", "/c/some-talk", "/c/some-talk/record", "/api/flows", "/api/conversations/some-talk", "/prometheus");
    private static final Map<String, Object> SLACK = Map.of(
            "tunewise.slack.mode", "http",
            "tunewise.slack.signing-secret", "a secret for tests",
            "tunewise.slack.bot-token", "xoxb-for-tests");

    @TempDir
    private Path folder;

    @Test
    void plainProxyPassOpensNothingOnALaptop() throws IOException {
        try (Service service = Service.start(folder);
                Nginx nginx = Nginx.start(folder, passingOn(service, ""))) {
            for (String path : INSIDE) {
                assertEquals(421, nginx.status("GET", path, STRANGER), path);
            }
            assertEquals(200, service.get("/").statusCode(), "this machine's own people still come in");
        }
    }

    /** Whoever made a token means others to come in with it, without another setting; this machine's own people need none. */
    @Test
    void aTokenThatWasMadeIsAllThatIsNeededFromElsewhere() throws IOException {
        Map<String, String> passing = Map.of("plain", "", "forwarding", "proxy_set_header X-Real-IP $remote_addr;");
        for (String more : passing.values()) {
            try (Service service = Service.start(folder);
                    Nginx nginx = Nginx.start(folder, passingOn(service, more))) {
                Identity ana =
                        new Identity("token:ana", "ana", Role.MEMBER, List.of(AccessScope.local()), Optional.empty());
                String token = service.part(Grants.class)
                        .issue(Grants.Kind.TOKEN, ana, "", Instant.now().plusSeconds(600));
                assertEquals(401, nginx.status("GET", "/api/flows", STRANGER));
                assertEquals(303, nginx.status("GET", "/", STRANGER), "to where one signs in");
                assertEquals(200, nginx.status("GET", "/sign-in", STRANGER));
                assertEquals(200, nginx.status("GET", "/api/flows", STRANGER, "Authorization: Bearer " + token));
                assertEquals(200, service.get("/api/flows").statusCode());
                service.part(Grants.class).revoke(Grants.Kind.TOKEN, "ana");
                assertEquals(421, nginx.status("GET", "/api/flows", STRANGER, "Authorization: Bearer " + token));
            }
        }
    }

    /** Since 1.29.7 nginx passes on over HTTP/1.1 and adds nothing, so only the user that it runs as tells. */
    @Test
    void whatAProcessOfAnotherUserSendsIsNotFromOurOwnPeople() throws IOException {
        assumeTrue(
                Files.exists(Path.of("/proc/net/tcp"))
                        && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "needs Linux and the right to become another user");
        try (Service service = Service.start(folder)) {
            String address = service.at("/api/flows").toString();
            assertEquals("200", output("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", address));
            assertEquals(
                    "421",
                    output(
                            "setpriv",
                            "--reuid=65534",
                            "--clear-groups",
                            "curl",
                            "-s",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_code}",
                            address));
        }
    }

    private static String output(String... command) throws IOException {
        try (InputStream out = new ProcessBuilder(command).start().getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void forwardingHeadersAreJudgedWhateverTheHost() throws IOException {
        for (String header : List.of("X-Forwarded-For $remote_addr", "X-Real-IP 127.0.0.1", "Forwarded for=1.2.3.4")) {
            try (Service service = Service.start(folder);
                    Nginx nginx = Nginx.start(
                            folder, passingOn(service, "proxy_http_version 1.1; proxy_set_header " + header + ";"))) {
                assertEquals(421, nginx.status("GET", "/api/flows", STRANGER), header);
            }
        }
    }

    @Test
    void withADoorToTheOutsideNothingElseOpens() throws IOException {
        try (Service service = Service.start(folder, SLACK);
                Nginx nginx = Nginx.start(folder, passingOn(service, "proxy_http_version 1.1;"))) {
            for (String path : INSIDE) {
                assertEquals(403, nginx.status("GET", path, STRANGER), path);
                assertEquals(403, service.get(path).statusCode(), "directly: " + path);
            }
            assertEquals(403, nginx.status("POST", "/c", STRANGER, "Content-Length: 0"));
            assertEquals(
                    401, nginx.status("POST", "/slack/events", STRANGER, "Content-Length: 0"), "judged by signature");
        }
    }

    @Test
    void theShippedConfigurationPassesOnThePlatformsDoorsAlone() throws IOException {
        try (Service service = Service.start(folder, SLACK);
                Nginx nginx = Nginx.start(folder, shipped(service))) {
            for (String path : INSIDE) {
                assertEquals(404, nginx.status("GET", path, STRANGER), path);
            }
            assertEquals(401, nginx.status("POST", "/slack/events", STRANGER, "Content-Length: 0"));
        }
    }

    private static String passingOn(Service service, String more) {
        return "server { listen 127.0.0.1:PORT; " + more + " location / { proxy_pass http://127.0.0.1:"
                + service.at("/").getPort() + "; } }";
    }

    private static String shipped(Service service) throws IOException {
        String home = System.getProperty("tunewise.home", "");
        return Files.readString(Path.of(home, "deploy/nginx/tunewise.conf"))
                .replace("listen 443 ssl", "listen 127.0.0.1:PORT")
                .replaceAll("ssl_certificate.*;", "")
                .replace("127.0.0.1:8080", "127.0.0.1:" + service.at("/").getPort());
    }
}
