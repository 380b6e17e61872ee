package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.storage.OutboxCommand;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Line;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.SocketModeLine;
import dev.tunewise.slack.fake.SocketServer;
import dev.tunewise.slack.fake.WebApi;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.terminal.Refusal;
import dev.tunewise.testing.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The whole service with its database and the shipped flow, and a Slack of our own before it. */
class SlackServiceTest {
    private static final String TOKEN = "a long random text for tests";
    private static final String GENERAL = "C0GENERAL";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void aTeamReachesAVerdictAboutItsModel(Stage.Transport transport) {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, transport)) {
            connect(slack, service, transport);
            Member ana = slack.member("U1", "Ana");
            Member ben = slack.member("U2", "Ben");
            ana.slash(GENERAL, "Our ticket classifier puts tickets into the wrong queue, should we fine-tune?");
            settle(service);
            Message root = slack.root(GENERAL);
            for (int turn = 0; turn < 40 && open(service); turn++) {
                Clicker.answer(turn % 2 == 0 ? ana : ben, slack.card(root.ts()));
                settle(service);
            }
            ConversationSummary digest = digest(service);
            assertEquals(ConversationSummary.State.CONCLUDED, digest.state());
            assertTrue(
                    slack.root(GENERAL).shown().contains(digest.headline()),
                    slack.root(GENERAL).shown());
            assertEquals(List.of(), slack.api().faults());
            String health =
                    service.get("/health", "Authorization", "Bearer " + TOKEN).body();
            assertTrue(health.contains("\"connected\":true") && health.contains("\"requests-waiting\":0"), health);
            Preview.keep("service-" + transport, slack.workspace());
        }
    }

    @Test
    void aCostedVerdictShowsItsCostsAndChartsAndGoesToTheSummaryChannel() {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, Stage.Transport.HTTP)) {
            connect(slack, service, Stage.Transport.HTTP);
            slack.channel("C0DECIDE", "decisions", true);
            Member ana = slack.member("U1", "Ana");
            Member ben = slack.member("U2", "Ben");
            ana.slash(GENERAL, "summary-channel <#C0DECIDE|decisions>");
            ana.slash(
                    GENERAL,
                    "Our ticket classifier costs too much and picks wrong labels, 50,000 calls a day. Should we fine-tune?");
            settle(service);
            Message root = slack.root(GENERAL);
            Interviewee team = new Interviewee(slack, List.of(ana, ben), TICKETS, () -> settle(service));
            Preview.keep("costed-open", slack.workspace());
            for (int turn = 0; turn < 40 && open(service); turn++) {
                team.answer(root);
                settle(service);
            }
            Preview.keep("costed", slack.workspace());
            assertEquals(ConversationSummary.State.CONCLUDED, digest(service).state());
            var files = slack.workspace().files();
            assertTrue(files.stream().anyMatch(file -> file.name().endsWith(".png")), files.toString());
            assertTrue(
                    files.stream()
                            .filter(file -> file.name().endsWith(".png"))
                            .allMatch(file -> file.thread().equals(root.ts())
                                    && file.alternative().length() > 20),
                    "a picture says in words what it shows");
            assertEquals(
                    1,
                    slack.api().calls().stream()
                            .filter("files.completeUploadExternal"::equals)
                            .count(),
                    "the charts come in one message");
            ana.click(slack.card(root.ts()), "What it costs");
            settle(service);
            String costs = slack.workspace().views().getLast().json().toString();
            assertTrue(costs.contains("As today") && costs.contains("Sonnet 4.6"), costs);
            List<Message> summaries = slack.workspace().messages().stream()
                    .filter(message -> message.channel().equals("C0DECIDE")
                            && !message.shown().contains(" chose that "))
                    .toList();
            assertEquals(1, summaries.size());
            for (String file : List.of("csv", "md", "json")) {
                String log = service.get("/log." + file, "Authorization", "Bearer " + TOKEN)
                        .body();
                assertTrue(log.contains("#general") && !log.contains(GENERAL), log);
            }
            assertTrue(service.get("/log", "Authorization", "Bearer " + TOKEN)
                    .body()
                    .contains("#general"));
            ana.slash(GENERAL, "what-if 2,000 calls a day");
            ben.slash(GENERAL, "export");
            ana.open("home");
            settle(service);
            assertEquals(List.of(), slack.api().faults());
            Preview.keep("costed", slack.workspace());
        }
    }

    private static final Map<String, String> TICKETS = Map.ofEntries(
            Map.entry("problems", "wrong-labels,too-expensive"),
            Map.entry("task", "classification"),
            Map.entry("stage", "production"),
            Map.entry("recurrence", "recurring"),
            Map.entry("stable_for", "six-months-plus"),
            Map.entry("prompt_work", "instructions,few-shot,structured-output"),
            Map.entry("tuning_tried", "no"),
            Map.entry("classes", "18"),
            Map.entry("system_prompt_tokens", "900"),
            Map.entry("stronger_model", "meets-target-too-costly"),
            Map.entry("retrieval", "not-needed"),
            Map.entry("tools", "not-needed"),
            Map.entry("eval_items", "1500"),
            Map.entry("quality_now", "88"),
            Map.entry("quality_target", "91"),
            Map.entry("examples", "800"),
            Map.entry("labels", "verified"),
            Map.entry("balance", "even"),
            Map.entry("calls_per_day", "50000"),
            Map.entry("input_tokens", "1200"),
            Map.entry("output_tokens", "20"),
            Map.entry("model", "claude-sonnet-4-6"),
            Map.entry("error_cost", "0.8"),
            Map.entry("must_self_host", "no"),
            Map.entry("open_model", "falls-short"),
            Map.entry("explainability", "no"),
            Map.entry("runs_gpus", "no"),
            Map.entry("owner", "yes"),
            Map.entry("rollback", "yes"),
            Map.entry("failure_taxonomy", "yes"));

    @Test
    void withoutSettingsThereIsNoSlack() {
        try (Service service = Service.start(folder)) {
            assertEquals(
                    404, service.postForm("/slack/events", "ssl_check", "1").statusCode());
            assertEquals(404, service.get("/slack/install").statusCode());
        }
    }

    @Test
    void theControllerTakesBytesAndAnswersBytes() {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, Stage.Transport.HTTP)) {
            HttpLine line = new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system());
            var challenge =
                    line.post("{\"type\":\"url_verification\",\"challenge\":\"ä→日本🤖\"}", "application/json", 0);
            assertEquals(200, challenge.statusCode());
            assertEquals("ä→日本🤖", challenge.body());
            assertEquals(
                    "text/plain; charset=utf-8",
                    challenge.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(200, line.post("", "application/json", 0).statusCode());
            assertEquals(
                    401,
                    line.post(
                                    "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    "application/json",
                                    "0",
                                    "v0=x",
                                    0)
                            .statusCode());
            assertEquals(
                    200, service.postForm("/slack/events", "ssl_check", "1").statusCode());
        }
    }

    @Test
    void manyWorkspacesInstallInTheBrowser() {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = Service.start(
                        folder,
                        Map.of(
                                "tunewise.slack.mode", "http",
                                "tunewise.slack.signing-secret", Stage.SECRET,
                                "tunewise.slack.client-id", "1.2",
                                "tunewise.slack.client-secret", "secret",
                                "tunewise.slack.redirect-url", "https://bot.example.com/slack/oauth_redirect",
                                "tunewise.slack.api-url", slack.api().address() + "/api/"))) {
            var begun = service.get("/slack/install");
            assertEquals(307, begun.statusCode());
            String page = begun.headers().firstValue("Location").orElseThrow();
            assertTrue(page.startsWith("https://slack.com/oauth/v2/authorize?client_id=1.2"), page);
            assertTrue(page.contains("redirect_uri=https%3A%2F%2Fbot.example.com%2Fslack%2Foauth_redirect"), page);
            String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("SameSite=Lax") && cookie.contains("HTTPOnly"), cookie);
            String state = page.replaceAll(".*[?&]state=([^&]+).*", "$1");

            assertEquals(
                    400,
                    service.get("/slack/oauth_redirect?code=c&state=forged").statusCode());
            com.google.gson.JsonObject access = com.google.gson.JsonParser.parseString(
                            "{\"ok\":true,\"access_token\":\"xoxb-one\",\"bot_user_id\":\"U0BOT\","
                                    + "\"team\":{\"id\":\"T1\",\"name\":\"Acme <b> ä\"}}")
                    .getAsJsonObject();
            slack.api().oauth(_ -> access);
            var done = service.get("/slack/oauth_redirect?code=c&state=" + state);
            assertEquals(200, done.statusCode(), done.body());
            assertTrue(done.body().contains("Acme &lt;b&gt; ä"), done.body());
            assertEquals(
                    400,
                    service.get("/slack/oauth_redirect?code=c&state=" + state).statusCode());

            slack.reachBy(new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system()));
            slack.member("U1", "Ana").slash(GENERAL, "Should we fine-tune?");
            settle(service);
            assertTrue(slack.root(GENERAL).shown().contains("Should we fine-tune?"));
        }
    }

    @Test
    void requestsThatWereAcknowledgedBeforeACrashAreWorkedOffAfterIt() {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, Stage.Transport.HTTP)) {
            connect(slack, service, Stage.Transport.HTTP);
            Member ana = slack.member("U1", "Ana");
            Inbox inbox = service.part(Inbox.class);
            slack.reachBy(new Recording(inbox));
            ana.slash(GENERAL, "Should we fine-tune?");
            service.restart();
            until(() -> !slack.workspace().messages().isEmpty());
            settle(service);
            assertTrue(slack.root(GENERAL).shown().contains("Should we fine-tune?"));
            assertEquals(0, service.part(Inbox.class).waiting("slack"));
        }
    }

    @Test
    void whatAnOperatorRetriesLeavesWhileTheServiceRuns() {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                Service service = start(slack, Stage.Transport.HTTP)) {
            connect(slack, service, Stage.Transport.HTTP);
            Outbox outbox = service.part(Outbox.class);
            slack.api()
                    .trouble(method -> method.equals("chat.postMessage")
                            ? Optional.of(WebApi.Refusal.error("invalid_auth"))
                            : Optional.empty());
            slack.member("U1", "Ana").slash(GENERAL, "Should we fine-tune?");
            until(() -> !outbox.stuck(1).isEmpty());
            String listed = operator("list");
            assertTrue(
                    listed.matches("(?s)p\\d+  waiting  slack/T1  consultation \\S+  \\d+ (try|tries), 0 min old  .*"),
                    listed);
            String id = listed.substring(0, listed.indexOf(' '));
            // While the trouble lasts: after it, the service's own next try may come before the operator's.
            until(() -> operator("retry", id).contains("is tried again"));
            slack.api().trouble(_ -> Optional.empty());
            until(() -> !slack.workspace().messages().isEmpty());
            settle(service);
            assertEquals("Nothing is stuck.", operator("list").strip());
        }
    }

    private String operator(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--database=jdbc:sqlite:" + folder.resolve("tunewise.db"));
        Refusal.told(new CommandLine(new OutboxCommand(print)), print).execute(all.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Keeps requests as the door of older versions did, and dies before any work. */
    private record Recording(Inbox inbox) implements Line {
        @Override
        public int event(com.google.gson.JsonObject body, int retry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int interaction(com.google.gson.JsonObject payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int command(com.google.gson.JsonObject fields) {
            com.google.gson.JsonObject request = new com.google.gson.JsonObject();
            request.addProperty("socket", true);
            request.addProperty("retry", 0);
            request.addProperty("body", fields.toString());
            inbox.keep(new Inbox.Arrival("slack", "T1", "", request.toString()), "");
            return 200;
        }

        @Override
        public void close() {}
    }

    private Service start(FakeSlack slack, Stage.Transport transport) {
        if (transport == Stage.Transport.SOCKET) {
            SocketServer sockets = new SocketServer();
            slack.api().sockets(sockets.address());
            slack.reachBy(new SocketModeLine(sockets));
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.slack.mode", transport == Stage.Transport.SOCKET ? "socket" : "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.app-token", "xapp-one");
        settings.put("tunewise.slack.signing-secret", Stage.SECRET);
        settings.put("tunewise.api.token", TOKEN);
        settings.put("tunewise.api.scope", "*");
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        return Service.start(folder, settings);
    }

    private static void connect(FakeSlack slack, Service service, Stage.Transport transport) {
        if (transport == Stage.Transport.HTTP) {
            slack.reachBy(new HttpLine(service.at("/slack/events"), Stage.SECRET, InstantSource.system()));
        }
    }

    private static boolean open(Service service) {
        return digest(service).state() == ConversationSummary.State.OPEN;
    }

    private static ConversationSummary digest(Service service) {
        return service.part(ConversationStore.class).list("slack", "T1", 1).getFirst();
    }

    private static void settle(Service service) {
        assertTrue(service.part(SlackModule.In.class).worker().finish(Duration.ofSeconds(20)), "still in work");
        Outbox outbox = service.part(Outbox.class);
        until(() -> outbox.waiting() == 0);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come about within 20 seconds");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
