package dev.tunewise.fuzz;

import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.teams.fake.FakeTeams;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What nobody should send: damaged requests of all doors, in an order that a seed decides. */
final class Inputs {
    static final String TOKEN = "a-long-random-text-for-tests";

    private static final List<String> BEARER = List.of("Authorization: Bearer " + TOKEN);

    private final Random random;
    private final Damage damage;
    private final Traffic traffic;
    private final FakeTeams teams;
    private String consultation = "";
    private String record = "";

    /**
     * A request.
     *
     * @param alone whether it is hardly HTTP, so that nothing can come behind it on its connection
     */
    record Input(byte[] bytes, boolean alone) {}

    Inputs(long seed, Traffic traffic, FakeTeams teams) {
        this.random = new Random(seed);
        this.damage = new Damage(random);
        this.traffic = traffic;
        this.teams = teams;
    }

    /** What the inputs are about from now on: a consultation, and a record of one. */
    void about(String id, String exported) {
        consultation = id;
        record = exported;
    }

    /** A whole record of the consultation. */
    String record() {
        return record;
    }

    Input next() {
        int dice = random.nextInt(1_000);
        if (dice < 300) {
            return slack();
        }
        if (dice < 500) {
            String body = damage.json(damage.oneOf(traffic.activities()));
            List<String> headers = new ArrayList<>(List.of("Content-Type: application/json"));
            int shown = random.nextInt(20);
            headers.add("Authorization: " + (shown == 0 ? odd() : shown == 1 ? oddToken() : authorization()));
            return post("/api/messages", headers, body.getBytes(StandardCharsets.UTF_8));
        }
        return dice < 750 ? api() : dice < 980 ? web() : raw();
    }

    /** What makes the service work for long comes seldom, so that there is time for everything else. */
    private boolean costly() {
        return random.nextInt(12) == 0;
    }

    private static Input post(String path, List<String> headers, byte[] body) {
        return new Input(HttpDoor.request("POST", path, headers, body), false);
    }

    private String token = "";
    private int tokenUses;

    private String authorization() {
        if (tokenUses++ % 5_000 == 0) {
            token = teams.authorization();
        }
        return token;
    }

    /** Whose header, which is read before any signature is, names an odd algorithm or key. */
    private String oddToken() {
        String field = damage.oneOf(List.of("alg", "kid", "typ"));
        JsonObject header = new JsonObject();
        header.addProperty("alg", "RS256");
        header.addProperty(field, "RS256x" + Damage.FORGED);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "Bearer " + base64.encodeToString(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString("{}".getBytes(StandardCharsets.UTF_8)) + ".AAAA";
    }

    private Input slack() {
        String type = "application/x-www-form-urlencoded";
        String body;
        int kind = random.nextInt(3);
        switch (kind == 2 && !costly() ? random.nextInt(2) : kind) {
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
        return post(
                "/slack/events",
                List.of(
                        "Content-Type: " + type,
                        "X-Slack-Request-Timestamp: " + time,
                        "X-Slack-Signature: " + signature),
                bytes);
    }

    private Input api() {
        Map<String, List<String>> bodies = Map.of(
                "/api/conversations",
                List.of("{\"flow\":\"fine-tuning\",\"text\":\"Our classifier"
                        + " drifts\",\"key\":\"k\",\"author\":\"Ana\"}"),
                "/api/conversations/" + consultation + "/events",
                List.of(
                        "{\"key\":\"1\",\"text\":\"50,000 calls a day\",\"author\":\"Ana\"}",
                        "{\"key\":\"2\",\"fact\":\"problems\",\"value\":[\"style-drift\"]}",
                        "{\"key\":\"3\",\"fact\":\"quality_now\",\"value\":88}",
                        "{\"key\":\"4\",\"command\":\"status\",\"arguments\":{\"a\":\"b\"}}"),
                "/api/flows/fine-tuning/reading",
                List.of("{\"text\":\"88 % today, 91 % needed, 50,000 calls a day at $5 per"
                        + " 1,000\",\"fact\":\"quality_now\"}"),
                "/api/tokens",
                List.of("{\"text\":\"You sort tickets.\",\"model\":\"gpt-4o\"}"),
                "/api/conversations/import",
                List.of(record),
                "/api/flows/fine-tuning/advice",
                List.of("{\"facts\":{\"problems\":[\"style-drift\"],\"quality_now\":88}}"));
        String path = damage.oneOf(List.copyOf(new java.util.TreeMap<>(bodies).keySet()));
        if ((path.endsWith("advice") || path.endsWith("import") || path.endsWith("conversations")) && !costly()) {
            path = "/api/tokens";
        }
        String body = damage.json(damage.oneOf(bodies.get(path)));
        List<String> headers = new ArrayList<>(BEARER);
        headers.add("Content-Type: " + (random.nextInt(30) == 0 ? odd() : "application/json"));
        byte[] bytes = random.nextInt(20) == 0 ? damage.bytes() : body.getBytes(StandardCharsets.UTF_8);
        return post(random.nextInt(30) == 0 ? path + "/" + encoded(damage.oddText()) : path, headers, bytes);
    }

    private Input web() {
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
            String odd = random.nextInt(4) == 0 ? path + "/" + encoded(damage.oddText()) : path + query;
            return new Input(HttpDoor.request("GET", odd, headers, new byte[0]), false);
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
        if ((path.equals("/c") || path.endsWith("import")) && !costly()) {
            path = "/you";
        }
        boolean upload = path.endsWith("import");
        headers.add(
                "Content-Type: " + (upload ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded"));
        String body = upload
                ? "--x\r\nContent-Disposition: form-data; name=\"record\"; filename=\"" + odd().replace("\"", "")
                        + "\"\r\n\r\n" + damage.text(record) + "\r\n--x--\r\n"
                : form(fields);
        body = random.nextInt(10) == 0 ? damage.text(body) : body;
        return post(path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Hardly HTTP at all. */
    private Input raw() {
        String request = "POST /api/tokens HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/json\r\n"
                + "Authorization: Bearer "
                + TOKEN + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        String broken = damage.text(request);
        // What promises more than comes would wait for the rest.
        String sent = broken.contains("Content-Length: 2\r")
                ? broken + "\r\n\r\n"
                : request.replace("/api/tokens", "/" + encoded(damage.oddText()));
        return new Input(sent.getBytes(StandardCharsets.UTF_8), true);
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
