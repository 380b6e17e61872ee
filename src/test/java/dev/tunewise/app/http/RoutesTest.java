package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.access.AccessScope;
import dev.tunewise.access.ChatAccount;
import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.testing.Service;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route that the service has, whoever comes. */
final class RoutesTest {
    /** Open to all: they show nothing, or check for themselves. */
    private static final Set<String> PUBLIC = Set.of("/health", "/sign-in", "/slack", "/teams", "/api/messages");

    @TempDir
    private static Path folder;

    private static Service service;
    private static String slack;
    private static String local;
    private static String member;
    private static String reader;
    private static String workspace;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.api.token", "a long random text for tests");
        // Some routes are there only with their platform.
        settings.put("tunewise.slack.mode", "http");
        settings.put("tunewise.slack.signing-secret", "a signing secret");
        settings.put("tunewise.slack.client-id", "1.2");
        settings.put("tunewise.slack.client-secret", "a client secret");
        settings.put("tunewise.slack.api-url", "http://127.0.0.1:9/api/");
        settings.put("tunewise.teams.mode", "on");
        settings.put("tunewise.teams.app-id", "11111111-2222-3333-4444-555555555555");
        settings.put("tunewise.teams.app-secret", "the secret");
        settings.put("tunewise.teams.tenant-id", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
        settings.put("tunewise.teams.public-url", "https://bot.example.com");
        settings.put("tunewise.teams.login-url", "http://127.0.0.1:9/login");
        settings.put("tunewise.teams.metadata-url", "http://127.0.0.1:9/metadata");
        service = Service.start(folder, settings);
        slack = opened(new Address("slack", "T1", "C1", "1.1", ""));
        local = opened(Address.local("web", "w1"));
        member = token("member", Role.MEMBER, "local");
        reader = token("reader", Role.READER, "local");
        workspace = token("workspace", Role.MEMBER, "slack/T1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String opened(Address address) {
        InboundEvent event = new InboundEvent(
                "open-" + address.room(), new Author("U1", "Ana"), Instant.EPOCH, "", new UserInput.Opened("Drift"));
        return ((Consultations.Taken.Done) service.part(Consultations.class).open("fine-tuning", address, event))
                .conversation();
    }

    private static String token(String name, Role role, String scope) {
        Identity identity = new Identity(
                "token:" + name, name, role, List.of(AccessScope.read(scope).orElseThrow()), Optional.empty());
        return service.part(Grants.class)
                .issue(Grants.Kind.TOKEN, identity, "", Instant.now().plusSeconds(600));
    }

    private record Route(String method, String template) {
        String path(String conversation) {
            return template.replaceAll("\\{\\?[^}]*}", "")
                    .replace("{id}", conversation)
                    .replace("{flow}", "fine-tuning")
                    .replace("{kind}", "md")
                    .replaceAll("\\{[^}]*}", "x");
        }

        boolean isPublic() {
            return PUBLIC.stream().anyMatch(place -> template.equals(place) || template.startsWith(place + "/"));
        }

        boolean changes() {
            return !method.equals("GET");
        }
    }

    private static List<Route> routes() {
        List<Route> routes = service.part(Router.class)
                .uriRoutes()
                .map(route -> new Route(
                        route.getHttpMethodName(),
                        ((UriRouteInfo<?, ?>) route).getUriMatchTemplate().toString()))
                .filter(route ->
                        !route.method().equals("HEAD") && !route.method().equals("OPTIONS"))
                .distinct()
                .toList();
        assertTrue(routes.size() >= 20, routes.toString());
        return routes;
    }

    private static int status(Route route, String conversation, String token) {
        service.forgetCookies();
        var request = token.isEmpty()
                ? service.request(route.path(conversation))
                : service.request(route.path(conversation), "Authorization", "Bearer " + token);
        String type = route.template().startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
        HttpResponse<String> answer = service.send(
                route.changes()
                        ? request.header("Content-Type", type).method(route.method(), BodyPublishers.ofString("{}"))
                        : request.GET());
        return answer.statusCode();
    }

    @Test
    void nothingOpensToStrangers() {
        for (Route route : routes()) {
            if (!route.isPublic()) {
                int status = status(route, slack, "");
                assertTrue(status == 401 || status == 303, route + " answered " + status);
            }
        }
    }

    private static HttpResponse<String> opens(String token, String text) {
        service.forgetCookies();
        return service.send(service.request("/api/conversations", "Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"flow\": \"fine-tuning\", \"text\": \"" + text + "\", \"key\": \"job-1\"}")));
    }

    @Test
    void nobodyIsAnsweredWithWhatSomebodyElseBegan() {
        String ana = token("key-of-ana", Role.MEMBER, "local");
        assertEquals(201, opens(ana, "Secret Condor").statusCode());
        assertEquals(200, opens(ana, "Secret Condor").statusCode(), "her own key again is no new consultation");
        HttpResponse<String> other = opens(token("key-of-bob", Role.MEMBER, "local"), "Mine");
        assertEquals(201, other.statusCode());
        assertFalse(other.body().contains("Condor"), other.body());
        HttpResponse<String> elsewhere = opens(token("key-of-eve", Role.MEMBER, "slack/T1"), "Mine");
        assertEquals(403, elsewhere.statusCode(), "they could not see what they begin");
    }

    @Test
    void whatIsOutOfSightIsAsIfItWereNotThere() {
        Set<String> judged = new TreeSet<>();
        for (Route route : routes()) {
            if (route.template().contains("{id}")) {
                judged.add(route.method() + " " + route.template());
                assertEquals(404, status(route, slack, member), route + " shows a channel of another workspace");
                assertEquals(404, status(route, local, workspace), route + " shows what is local");
            }
        }
        assertTrue(judged.size() >= 12, judged.toString());
        assertEquals(200, status(new Route("GET", "/c/{id}"), slack, workspace), "a token of the workspace sees it");
        assertEquals(200, status(new Route("GET", "/c/{id}"), local, member));
    }

    /** What each route asks for, as it answers: a new one has to be entered here by somebody who thought about it. */
    @Test
    void everyRouteHasTheRuleThatIsWrittenDown() throws IOException {
        StringBuilder found = new StringBuilder();
        for (Route route : routes().stream()
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .toList()) {
            found.append("%-8s%-50s%s%n".formatted(route.method(), route.template(), rule(route)));
        }
        Path list = Path.of(System.getProperty("tunewise.home", ""), "src/test/resources/access/routes.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(list, found);
        }
        assertEquals(Files.readString(list), found.toString());
    }

    private static String rule(Route route) {
        if (route.template().equals("/slack/events") || route.template().equals("/api/messages")) {
            return status(route, local, member) == 401 ? "signed by the platform" : "UNSIGNED";
        }
        int stranger = status(route, local, "");
        if (stranger != 401 && stranger != 303 || route.template().matches("/(sign-in|slack).*")) {
            return "everybody";
        }
        String who = status(route, local, reader) != 403
                ? "reader"
                : status(route, local, member) != 403 ? "member" : "admin";
        boolean judged = route.template().contains("{id}") && status(route, slack, member) == 404;
        return judged ? who + " who may see the consultation" : who;
    }

    @Test
    void everyRouteAboutAConsultationNamesItAlike() {
        for (Route route : routes()) {
            boolean about =
                    route.template().startsWith("/c/{") || route.template().startsWith("/api/conversations/{");
            assertEquals(about, route.template().contains("{id}"), route.toString());
        }
    }

    @Test
    void readersChangeNothing() {
        for (Route route : routes()) {
            boolean consultation =
                    route.template().startsWith("/c") || route.template().startsWith("/api/conversations");
            if (consultation && route.changes()) {
                assertEquals(403, status(route, local, reader), route.toString());
            }
        }
        assertEquals(200, status(new Route("GET", "/c/{id}"), local, reader));
    }

    @Test
    void anAuthorIsWhoSignedInWhateverTheBodySays() {
        HttpResponse<String> answer = service.postJson(
                "/api/conversations/" + local + "/events",
                "{\"key\": \"k1\", \"text\": \"800 examples\", \"author\": \"The Boss\"}",
                "Authorization",
                "Bearer " + member);
        assertEquals(200, answer.statusCode(), answer.body());
        Author author = service.part(Consultations.class)
                .find(local)
                .orElseThrow()
                .entries()
                .getLast()
                .author();
        assertEquals(new Author("token:member", "member"), author);
    }

    @Test
    void somebodyOfASwitchedOffPlatformSeesNothingOfIt() {
        Identity ana = new Identity(
                "slack:U1",
                "Ana",
                Role.MEMBER,
                List.of(AccessScope.local()),
                Optional.of(new ChatAccount("slack", "T1", "U1")));
        String session = service.part(Grants.class)
                .issue(Grants.Kind.SESSION, ana, "", Instant.now().plusSeconds(600));
        service.forgetCookies();
        assertEquals(
                404,
                service.get("/c/" + slack, "Cookie", SignInController.COOKIE + "=" + session)
                        .statusCode());
        assertEquals(
                200,
                service.get("/c/" + local, "Cookie", SignInController.COOKIE + "=" + session)
                        .statusCode());
    }

    @Test
    void readingChangingAndExportingAreNoted() {
        service.get("/api/conversations/" + local + "/export.json", "Authorization", "Bearer " + member);
        service.get("/api/conversations/" + local, "Authorization", "Bearer " + reader);
        List<AuditTrail.Event> events = service.part(AuditTrail.class).latest(200);
        assertTrue(
                events.stream()
                        .anyMatch(event -> event.who().equals("token:member")
                                && event.action() == AuditTrail.Action.EXPORTED
                                && event.where().equals("consultation/" + local)),
                events.toString());
        assertTrue(
                events.stream()
                        .anyMatch(event ->
                                event.who().equals("token:reader") && event.action() == AuditTrail.Action.READ),
                events.toString());
    }

    @Test
    void aRevokedTokenOpensNothingAnyMore() {
        String token = token("short-lived", Role.READER, "local");
        assertEquals(
                200,
                service.get("/api/flows", "Authorization", "Bearer " + token).statusCode());
        assertEquals(1, service.part(Grants.class).revoke(Grants.Kind.TOKEN, "short-lived"));
        assertEquals(
                401,
                service.get("/api/flows", "Authorization", "Bearer " + token).statusCode());
    }
}
