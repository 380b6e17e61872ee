package dev.tunewise.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.lease.Stuck;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.storage.Database;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes through a door, signed or not: no answer of 500 or more, no stack trace in an answer or a log, no log line of a stranger's
 * making, nothing that is tried for ever, no memory that grows. `-Dfuzz=1000000` makes it long, `-Dfuzz.seed=N` gives other inputs.
 */
@Timeout(36_000)
class DoorFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);
    private static final String TOKEN = "a-long-random-text-for-tests";
    private static final List<String> BEARER = List.of("Authorization: Bearer " + TOKEN);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Damage damage = new Damage(random);
    private final Traffic traffic = new Traffic();
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private String consultation = "";
    private String record = "";

    @Test
    void noDoorGivesWay() throws Exception {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                Service service = Service.start(folder, settings(slack, teams));
                LogWitness log = new LogWitness(folder);
                HttpDoor door = new HttpDoor(service.at("/").getPort())) {
            consultation = Json.of(service.postJson(
                            "/api/conversations",
                            "{\"flow\": \"fine-tuning\", \"text\": \"Our classifier drifts\"}",
                            "Authorization",
                            "Bearer " + TOKEN))
                    .path("id")
                    .asText();
            record = service.get(
                            "/api/conversations/" + consultation + "/export.json", "Authorization", "Bearer " + TOKEN)
                    .body();
            traffic.record(service, slack, teams);
            long before = 0;
            for (int i = 0; i < INPUTS && faults.size() < 10; i++) {
                if (i == INPUTS / 3) {
                    before = memory();
                }
                input(door, teams);
                if (i % 10_000 == 9_999) {
                    // A long run that is stopped has told how far it came.
                    System.out.println((i + 1) + " inputs of seed " + SEED + ": " + statuses + ", " + faults.size()
                            + " faults, " + log.lines() + " warnings");
                }
            }
            long grown = memory() - before;
            settle(service.part(Database.class));
            System.out.println("Fuzzed " + INPUTS + " inputs: " + statuses + ", " + log.lines() + " warnings, memory "
                    + grown / 1_000_000 + " MB more after the last two thirds");
            faults.addAll(log.faults());
            assertEquals("", String.join("\n---\n", faults), () -> "seed " + SEED);
            assertTrue(grown < 60_000_000, () -> "memory grew by " + grown);
        }
    }

    private static Map<String, Object> settings(FakeSlack slack, FakeTeams teams) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.teams.mode", "on");
        settings.put("tunewise.teams.app-id", FakeTeams.APP);
        settings.put("tunewise.teams.app-secret", "the secret");
        settings.put("tunewise.teams.tenant-id", FakeTeams.TENANT);
        settings.put("tunewise.teams.public-url", "https://bot.example.com");
        settings.put("tunewise.teams.login-url", teams.at("/login"));
        settings.put("tunewise.teams.metadata-url", teams.at("/metadata"));
        settings.put("tunewise.slack.mode", "http");
        settings.put("tunewise.slack.bot-token", "xoxb-one");
        settings.put("tunewise.slack.signing-secret", Traffic.SECRET);
        settings.put("tunewise.slack.api-url", slack.api().address() + "/api/");
        settings.put("tunewise.api.token", TOKEN);
        settings.put("tunewise.quota.requests", 0);
        settings.put("tunewise.refused-attempt-delay", "1ms");
        settings.put("tunewise.encoder.enabled", false);
        return settings;
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** What was taken is worked off, however odd it is. */
    private static void settle(Database database) {
        for (int i = 0;
                i < 1_200
                        && database.inbox().waiting("slack") + database.inbox().waiting("teams") > 0;
                i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        List<Stuck> stuck = database.inbox().stuck(1_000).stream()
                .filter(request -> !request.aside() || !request.reason().equals("Unreadable"))
                .toList();
        assertEquals(List.of(), stuck, "requests that fail, though they can be read");
    }

    private void input(HttpDoor door, FakeTeams teams) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            slack(door);
        } else if (dice < 50) {
            String body = damage.json(damage.oneOf(traffic.activities()));
            List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
            headers.add("Authorization: " + (random.nextInt(20) == 0 ? odd() : authorization(teams)));
            judge(door, "POST", "/api/messages", headers, body.getBytes(StandardCharsets.UTF_8));
        } else if (dice < 75) {
            api(door);
        } else if (dice < 95) {
            web(door);
        } else {
            raw(door);
        }
    }

    private String token = "";
    private int tokenUses;

    private String authorization(FakeTeams teams) {
        if (tokenUses++ % 5_000 == 0) {
            token = teams.authorization();
        }
        return token;
    }

    private void slack(HttpDoor door) {
        String type = "application/x-www-form-urlencoded";
        String body;
        switch (random.nextInt(3)) {
            case 0 -> {
                type = "application/json";
                body = damage.json(damage.oneOf(traffic.events()));
            }
            case 1 -> body = "payload=" + encoded(damage.json(damage.oneOf(traffic.interactions())));
            default -> {
                Map<String, String> fields = new LinkedHashMap<>(damage.oneOf(traffic.commands()));
                String name = damage.oneOf(List.copyOf(fields.keySet()));
                fields.put(name, random.nextBoolean() ? damage.oddText() : damage.text(fields.get(name)));
                body = form(fields);
            }
        }
        byte[] bytes = random.nextInt(20) == 0 ? damage.bytes() : body.getBytes(StandardCharsets.UTF_8);
        String time =
                random.nextInt(30) == 0 ? odd() : String.valueOf(Instant.now().getEpochSecond());
        String signature = random.nextInt(30) == 0 ? odd() : HttpLine.sign(Traffic.SECRET, time, bytes);
        judge(
                door,
                "POST",
                "/slack/events",
                List.of(
                        "Content-Type: " + type,
                        "X-Slack-Request-Timestamp: " + time,
                        "X-Slack-Signature: " + signature),
                bytes);
    }

    private void api(HttpDoor door) {
        Map<String, List<String>> bodies = Map.of(
                "/api/conversations",
                List.of(
                        "{\"flow\":\"fine-tuning\",\"text\":\"Our classifier drifts\",\"key\":\"k\",\"author\":\"Ana\"}"),
                "/api/conversations/" + consultation + "/events",
                List.of(
                        "{\"key\":\"1\",\"text\":\"50,000 calls a day\",\"author\":\"Ana\"}",
                        "{\"key\":\"2\",\"fact\":\"problems\",\"value\":[\"style-drift\"]}",
                        "{\"key\":\"3\",\"fact\":\"quality_now\",\"value\":88}",
                        "{\"key\":\"4\",\"command\":\"status\",\"arguments\":{\"a\":\"b\"}}"),
                "/api/flows/fine-tuning/reading",
                List.of(
                        "{\"text\":\"88 % today, 91 % needed, 50,000 calls a day at $5 per 1,000\",\"fact\":\"quality_now\"}"),
                "/api/tokens",
                List.of("{\"text\":\"You sort tickets.\",\"model\":\"gpt-4o\"}"),
                "/api/conversations/import",
                List.of(record),
                "/api/flows/fine-tuning/advice",
                List.of("{\"facts\":{\"problems\":[\"style-drift\"],\"quality_now\":88}}"));
        String path = damage.oneOf(List.copyOf(new java.util.TreeMap<>(bodies).keySet()));
        if (path.endsWith("advice") && random.nextInt(5) > 0) {
            // The whole of an answer with its costs takes longer than everything else.
            path = "/api/flows/fine-tuning/reading";
        }
        String body = damage.json(damage.oneOf(bodies.get(path)));
        List<String> headers = new ArrayList<>(BEARER);
        headers.add("Content-Type: " + (random.nextInt(30) == 0 ? odd() : "application/json"));
        byte[] bytes = random.nextInt(20) == 0 ? damage.bytes() : body.getBytes(StandardCharsets.UTF_8);
        judge(door, "POST", random.nextInt(30) == 0 ? path + "/" + encoded(damage.oddText()) : path, headers, bytes);
    }

    private void web(HttpDoor door) {
        List<String> headers = new ArrayList<>(BEARER);
        if (random.nextInt(4) == 0) {
            headers.add("HX-Request: true");
        }
        if (random.nextInt(3) == 0) {
            List<String> paths = List.of(
                    "/",
                    "/c/" + consultation,
                    "/c/" + consultation + "/updates",
                    "/sign-in",
                    "/you",
                    "/api/flows",
                    "/api/conversations/" + consultation,
                    "/api/conversations/" + consultation + "/chart.svg",
                    "/api/conversations/" + consultation + "/export.md",
                    "/slack/oauth_redirect",
                    "/health",
                    "/teams/files/file/c1/md/00/x",
                    "/webjars/x",
                    "/assets/x");
            String query = "?"
                    + form(Map.of(damage.oneOf(List.of("seen", "next", "chart", "code", "state")), damage.oddText()));
            String path = damage.oneOf(paths);
            headers.add("Cookie: visitor=" + odd() + "; session=" + odd());
            judge(
                    door,
                    "GET",
                    random.nextInt(4) == 0 ? path + "/" + encoded(damage.oddText()) : path + query,
                    headers,
                    new byte[0]);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name :
                List.of("text", "action", "fact", "value", "fields", "key", "seen", "flow", "name", "next", "token")) {
            if (random.nextBoolean()) {
                fields.put(
                        name, random.nextInt(3) == 0 ? damage.oddText() : damage.text("answer problems style-drift"));
            }
        }
        String path = damage.oneOf(List.of("/c", "/c/" + consultation + "/events", "/you", "/sign-in", "/c/import"));
        boolean upload = path.endsWith("import");
        headers.add(
                "Content-Type: " + (upload ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded"));
        String body = upload
                ? "--x\r\nContent-Disposition: form-data; name=\"record\"; filename=\"" + odd().replace("\"", "")
                        + "\"\r\n\r\n" + damage.text(record) + "\r\n--x--\r\n"
                : form(fields);
        body = random.nextInt(10) == 0 ? damage.text(body) : body;
        judge(door, "POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Hardly HTTP at all. */
    private void raw(HttpDoor door) {
        String request =
                "POST /api/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + TOKEN + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        String broken = damage.text(request);
        door.close();
        // What promises more than comes would wait for the rest.
        String sent = broken.contains("Content-Length: 2\r")
                ? broken + "\r\n\r\n"
                : request.replace("/api/tokens", "/" + encoded(damage.oddText()));
        note("raw " + sent, door.send(sent.getBytes(StandardCharsets.UTF_8)));
        door.close();
    }

    private void judge(HttpDoor door, String method, String path, List<String> headers, byte[] body) {
        HttpDoor.Answer answer = door.send(method, path, headers, body);
        note(method + " " + path + " " + headers + " " + new String(body, StandardCharsets.UTF_8), answer);
    }

    private void note(String what, HttpDoor.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        String said = answer.body();
        if (answer.status() >= 500 || said.contains("\tat ") || said.contains("Exception") || said.contains("java.")) {
            faults.add(answer.status() + " for " + what.substring(0, Math.min(1_500, what.length())) + " -> "
                    + said.substring(0, Math.min(300, said.length())));
        }
    }

    /** An odd text that fits into a header. */
    private String odd() {
        return damage.oddText().replaceAll("[\\r\\n\\u0000]", "").replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
