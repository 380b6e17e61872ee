package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.deliver.SlackDelivery;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.slack.handle.SlackConsultations;
import dev.tunewise.slack.install.Installation;
import dev.tunewise.slack.install.InstallationStore;
import dev.tunewise.slack.install.InstalledBots;
import dev.tunewise.slack.install.OAuthInstall;
import dev.tunewise.slack.install.OAuthStates;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Installs by many: states, tokens that rotate, organisations, removal in any order. */
class OAuthTest {
    private static final String GENERAL = "C0GENERAL";

    private final Stage stage = new Stage(Stage.Transport.HTTP, Stage.settings("", "111.222", "client-secret"));
    private final FakeSlack slack = stage.slack();
    private final OAuthInstall install = stage.out().install(stage.settings(), stage.time());
    private final OAuthStates states = new OAuthStates("client-secret", new SecureRandom(), stage.time());
    private final InstallationStore installations =
            new InstallationStore(stage.stores().secrets());

    @AfterEach
    void close() {
        stage.close();
    }

    private JsonObject access(String team, String enterprise, boolean organisation, String token) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        answer.addProperty("access_token", token);
        answer.addProperty("token_type", "bot");
        answer.addProperty("bot_user_id", FakeSlack.BOT);
        answer.add("team", team.isEmpty() ? JsonNull.INSTANCE : named(team, "Acme"));
        answer.add("enterprise", enterprise.isEmpty() ? JsonNull.INSTANCE : named(enterprise, "Acme Holding"));
        answer.addProperty("is_enterprise_install", organisation);
        slack.api().token(token, FakeSlack.BOT);
        return answer;
    }

    private static JsonObject named(String id, String name) {
        JsonObject object = new JsonObject();
        object.addProperty("id", id);
        object.addProperty("name", name);
        return object;
    }

    private void installed() {
        slack.api().oauth(_ -> access("T1", "", false, "xoxb-many"));
        assertEquals("Acme", install.complete("code").orElseThrow());
    }

    @Test
    void thePageOfSlackCarriesScopesAndState() {
        String page = install.page("s+t");
        assertTrue(page.startsWith("https://slack.com/oauth/v2/authorize?client_id=111.222&scope="), page);
        assertTrue(page.contains("chat%3Awrite") && page.contains("state=s%2Bt"), page);
    }

    @Test
    void aStateIsGoodForOneUseInOneBrowserWithinTenMinutes() {
        String state = states.begin();
        assertFalse(states.end(state, "another"));
        assertFalse(states.end(state, state), "a failed attempt uses it up");
        String second = states.begin();
        assertTrue(states.end(second, second));
        assertFalse(states.end(second, second));
        String late = states.begin();
        stage.time().pass(Duration.ofMinutes(11));
        assertFalse(states.end(late, late));
        assertFalse(states.end("made up", "made up"));
        assertFalse(states.end(null, null));
        String forged = new OAuthStates("another secret", new SecureRandom(), stage.time()).begin();
        assertFalse(states.end(forged, forged));
        String longer = states.begin().replaceFirst("^\\d+", "999999999999");
        assertFalse(states.end(longer, longer));
    }

    @Test
    void aWorkspaceThatInstalledConsultsWithItsOwnToken() {
        installed();
        Member ana = slack.member("U1", "Ana");
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        assertEquals(FakeSlack.BOT, slack.root(GENERAL).user());
        assertFalse(installations.find("T1").orElseThrow().toString().contains("xoxb"), "no token in texts");
    }

    @Test
    void aWorkspaceThatDidNotInstallIsAcknowledgedAndLeftAlone() {
        Member ana = slack.member("U1", "Ana");
        assertEquals(200, ana.slash(GENERAL, "A hedge?"));
        stage.settle();
        assertEquals(List.of(), slack.workspace().messages());
    }

    @Test
    void aCodeThatSlackRefusesInstallsNothing() {
        assertTrue(install.complete("bad").isEmpty());
        assertEquals(List.of(), workspaces(installations));
    }

    @Test
    void anOrganisationInstallsForAllOfItsWorkspaces() {
        slack.api().oauth(_ -> access("", "E1", true, "xoxb-org"));
        assertEquals("Acme Holding", install.complete("code").orElseThrow());
        assertEquals(List.of("E1"), workspaces(installations));
        slack.member("U1", "Ana");
        JsonObject event = new JsonObject();
        event.addProperty("type", "app_mention");
        event.addProperty("user", "U1");
        event.addProperty("channel", GENERAL);
        event.addProperty("text", "<@U0BOT> a hedge?");
        event.addProperty(
                "ts",
                slack.workspace()
                        .post(GENERAL, "", "U1", "<@U0BOT> a hedge?", new JsonArray())
                        .ts());
        JsonObject body = slack.callback(event);
        JsonObject authorization = body.getAsJsonArray("authorizations").get(0).getAsJsonObject();
        authorization.addProperty("enterprise_id", "E1");
        authorization.addProperty("is_enterprise_install", true);
        assertEquals(200, slack.line().event(body, 0));
        stage.settle();
        assertEquals(
                "a hedge?",
                stage.stores().conversations().list("slack", "E1", 5).getFirst().title());
        String thread = event.get("ts").getAsString();
        assertFalse(slack.workspace().thread(thread).isEmpty());
    }

    @Test
    void aTokenIsRenewedOnceHoweverManyNeedIt() throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        slack.api().oauth(form -> {
            if (form.get("grant_type") == null) {
                JsonObject first = access("T1", "", false, "xoxe.xoxb-0");
                first.addProperty("refresh_token", "xoxe-r0");
                first.addProperty("expires_in", 43_200);
                return first;
            }
            assertEquals("xoxe-r" + renewals.get(), form.get("refresh_token"), "a refresh token works once");
            int number = renewals.incrementAndGet();
            JsonObject next = access("T1", "", false, "xoxe.xoxb-" + number);
            next.addProperty("refresh_token", "xoxe-r" + number);
            next.addProperty("expires_in", 43_200);
            return next;
        });
        install.complete("code");
        InstalledBots bots = bots();
        assertEquals("xoxe.xoxb-0", bots.find("T1").orElseThrow().token());
        stage.time().pass(Duration.ofHours(11).plusMinutes(30));
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = new java.util.ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(() -> bots.find("T1").orElseThrow().token());
            }
            for (var token : many.invokeAll(calls)) {
                assertEquals("xoxe.xoxb-1", token.get());
            }
        }
        assertEquals(1, renewals.get());
        assertEquals("xoxe-r1", installations.find("T1").orElseThrow().refreshToken());
        assertEquals(List.of(), slack.api().faults());
    }

    @Test
    void aRenewalWithoutATokenKeepsTheOldOneAndItsSecretsStayOutOfTheLog() {
        Instant now = stage.time().instant();
        installations.keep(new Installation(
                "T1", "", FakeSlack.BOT, "tunewise", "xoxe.xoxb-old", "xoxe-old", now.plusSeconds(60), now));
        slack.api().oauth(_ -> {
            JsonObject strange = new JsonObject();
            strange.addProperty("ok", true);
            strange.addProperty("refresh_token", "xoxe-secret");
            return strange;
        });
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(InstalledBots.class);
        logger.addAppender(log);
        try {
            assertEquals("xoxe.xoxb-old", bots().find("T1").orElseThrow().token());
        } finally {
            logger.detachAppender(log);
        }
        assertFalse(log.list.isEmpty());
        assertFalse(log.list.toString().contains("xoxe-"), log.list.toString());
    }

    @Test
    void whenAnotherProcessRenewedFirstItsTokenIsUsed() {
        Instant now = stage.time().instant();
        Installation old = new Installation(
                "T1", "", FakeSlack.BOT, "tunewise", "xoxe.xoxb-old", "xoxe-spent", now.plusSeconds(60), now);
        installations.keep(old);
        slack.api().oauth(_ -> {
            installations.keep(old.renewed("xoxe.xoxb-new", "xoxe-new", now.plus(Duration.ofHours(12))));
            JsonObject refused = new JsonObject();
            refused.addProperty("ok", false);
            refused.addProperty("error", "invalid_refresh_token");
            return refused;
        });
        assertEquals("xoxe.xoxb-new", bots().find("T1").orElseThrow().token());
    }

    @Test
    void removalDeletesTokensAtOnceAndAllElseAfterAMonthInWhateverOrderSlackTellsIt() {
        for (List<String> order : List.of(
                List.of("app_uninstalled", "tokens_revoked"),
                List.of("tokens_revoked", "app_uninstalled"),
                List.of("tokens_revoked"),
                List.of("app_uninstalled", "app_uninstalled"))) {
            installed();
            Member ana = slack.member("U1", "Ana");
            ana.slash(GENERAL, "A hedge?");
            stage.settle();
            stage.chosen()
                    .setForRoom(
                            SlackConsultations.address("T1", GENERAL, ""),
                            TeamSettings.Name.SUMMARY_CHANNEL,
                            GENERAL,
                            new Author("U1", "Ana"),
                            stage.time().instant(),
                            "");
            assertEquals(
                    1, stage.stores().conversations().list("slack", "T1", 5).size());
            for (String type : order) {
                assertEquals(
                        200,
                        slack.line().event(removal(type, stage.time().instant().plusSeconds(5)), 0));
                stage.settle();
            }
            assertEquals(List.of(), workspaces(installations), order.toString());
            int before = stage.said(GENERAL).size();
            assertEquals(200, ana.slash(GENERAL, "Another hedge?"));
            stage.settle();
            stage.time().pass(Duration.ofDays(29));
            stage.forgetDeleted();
            assertEquals(before, stage.said(GENERAL).size());
            assertEquals(
                    1, stage.stores().conversations().list("slack", "T1", 5).size(), "it may have been a mistake");
            stage.time().pass(Duration.ofDays(2));
            stage.forgetDeleted();
            assertEquals(List.of(), stage.stores().conversations().list("slack", "T1", 5));
            assertTrue(stage.summaries()
                    .channel(SlackConsultations.address("T1", GENERAL, ""))
                    .isEmpty());
            assertEquals(200, ana.slash(GENERAL, "Another hedge?"));
            stage.settle();
            assertEquals(List.of(), stage.stores().conversations().list("slack", "T1", 5));
        }
    }

    @Test
    void whoInstallsAgainWithinAMonthHasTheLogAgainAndWhatFellDueMeanwhileIsAskedOnce() {
        installed();
        Member ana = slack.member("U1", "Ana");
        ana.slash(GENERAL, "A hedge?");
        stage.settle();
        Message root = slack.root(GENERAL);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        ana.deliver(ana.say(GENERAL, root.ts(), "review on 1 December 2026"));
        stage.settle();
        assertEquals(
                200,
                slack.line()
                        .event(removal("app_uninstalled", stage.time().instant().plusSeconds(5)), 0));
        stage.settle();
        stage.time().pass(Duration.ofDays(20));
        stage.forgetDeleted();
        assertEquals(0, stage.askForReviews());
        installed();
        stage.forgetDeleted();
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertEquals(
                1,
                stage.said(GENERAL).stream()
                        .filter(message -> message.shown().contains("It is time to look at this again"))
                        .count());
        stage.time().pass(Duration.ofDays(40));
        stage.forgetDeleted();
        assertEquals(1, stage.stores().conversations().list("slack", "T1", 5).size());
    }

    @Test
    void aRemovalThatComesAfterTheNextInstallDeletesNothing() {
        Instant before = stage.time().instant();
        stage.time().pass(Duration.ofMinutes(3));
        installed();
        assertEquals(200, slack.line().event(removal("app_uninstalled", before), 0));
        stage.settle();
        assertEquals(List.of("T1"), workspaces(installations));
    }

    @Test
    void revokedTokensOfPeopleAreNotOurs() {
        installed();
        JsonObject body = removal("tokens_revoked", stage.time().instant().plusSeconds(5));
        JsonObject tokens = new JsonObject();
        JsonArray people = new JsonArray();
        people.add("U1");
        tokens.add("oauth", people);
        body.getAsJsonObject("event").add("tokens", tokens);
        assertEquals(200, slack.line().event(body, 0));
        stage.settle();
        assertEquals(List.of("T1"), workspaces(installations));
    }

    private JsonObject removal(String type, Instant at) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        if (type.equals("tokens_revoked")) {
            JsonArray bots = new JsonArray();
            bots.add(FakeSlack.BOT);
            JsonObject tokens = new JsonObject();
            tokens.add("bot", bots);
            event.add("tokens", tokens);
        }
        JsonObject body = slack.callback(event);
        body.addProperty("event_time", at.getEpochSecond());
        return body;
    }

    private InstalledBots bots() {
        return new InstalledBots(
                new SlackApi(stage.out().sdk()),
                installations,
                new InstalledBots.Client("111.222", "client-secret"),
                stage.time());
    }

    private static List<String> workspaces(InstallationStore installations) {
        return installations.secrets().names(SlackDelivery.CHANNEL, "slack-installation").stream()
                .map(SecretStore.Name::workspace)
                .toList();
    }
}
