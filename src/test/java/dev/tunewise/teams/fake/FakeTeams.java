package dev.tunewise.teams.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Connector, token server and key server on one port; what is sent can be looked at, and each may fail on demand. */
public final class FakeTeams implements AutoCloseable {
    public static final String APP = "11111111-2222-3333-4444-555555555555";
    public static final String BOT = "28:" + APP;
    public static final String TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public static final String TEAM = "19:general@thread.tacv2";
    public static final String CHANNEL = "19:models@thread.tacv2";
    public static final String DECISIONS = "19:decisions@thread.tacv2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final InstantSource clock;
    private final Keys keys = new Keys();
    private final Proofs proofs = new Proofs();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, String> closed = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ids = new AtomicInteger(1_700_000_000);
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger oldestToken = new AtomicInteger();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private final OneDrive drive = new OneDrive();
    private volatile boolean tokenServerDown;
    private volatile Signed signed = new Signed(Instant.EPOCH, "");
    private volatile int members = 5;

    /** What the connector does instead of what it was asked for. */
    public record Fault(int status, String header, String value, String body) {
        public static Fault status(int status) {
            return new Fault(status, "", "", "");
        }

        public static Fault wait(int status, int seconds) {
            return new Fault(status, "Retry-After", String.valueOf(seconds), "{\"error\":{\"code\":\"Slow\"}}");
        }

        public static Fault refused(String code) {
            return new Fault(403, "", "", "{\"error\":{\"code\":\"" + code + "\"}}");
        }

        /** The message arrives, but the connection breaks before the answer. */
        public static Fault lost() {
            return new Fault(0, "", "", "");
        }
    }

    /** A message as Teams shows it. */
    public record Message(String conversation, String id, JsonNode activity, String person, int edits) {
        public JsonNode card() {
            return activity.path("attachments").path(0).path("content");
        }

        /** Everything on the card, as one text. */
        public String shown() {
            return card().toString();
        }
    }

    public FakeTeams(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/login", this::token);
        server.createContext("/identity", this::identity);
        server.createContext(
                "/metadata",
                exchange -> reply(
                        exchange,
                        200,
                        "{\"issuer\":\"https://api.botframework.com\",\"jwks_uri\":\"" + at("/keys") + "\"}"));
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            reply(exchange, 200, keys.document());
        });
        server.createContext("/drive", drive::put);
        server.createContext("/graph", this::graph);
        server.createContext("/connector/v3", this::connector);
        server.start();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public String serviceUrl() {
        return at("/connector/");
    }

    public Keys keys() {
        return keys;
    }

    /** How often keys were fetched. */
    public int keyFetches() {
        return keyFetches.get();
    }

    /** How many tokens were given. */
    public int tokens() {
        return tokens.get();
    }

    public void tokenServerDown(boolean down) {
        tokenServerDown = down;
    }

    /** The next call meets this fault; several queue up. */
    public void next(Fault fault) {
        faults.add(fault);
    }

    /** No call meets a fault from now on. */
    public void peace() {
        faults.clear();
    }

    /** Tokens that were given out are refused from now on. */
    public void forgetTokens() {
        oldestToken.set(tokens.incrementAndGet());
    }

    private boolean accepts(String authorization) {
        String number = authorization.startsWith("Bearer token-") ? authorization.substring(13) : "";
        return number.matches("\\d+")
                && Integer.parseInt(number) <= tokens.get()
                && Integer.parseInt(number) >= oldestToken.get();
    }

    /** What the connector was asked for: method and path. */
    public List<String> calls() {
        return calls;
    }

    /** What would be wrong in Teams. */
    public List<String> complaints() {
        return complaints;
    }

    public List<Message> messages() {
        return messages;
    }

    /** Messages of a conversation, a thread being one of its own. */
    public List<Message> in(String conversation) {
        return messages.stream()
                .filter(message -> message.conversation().equals(conversation))
                .toList();
    }

    public Message message(String id) {
        return messages.stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The header of a genuine request; the same for ten minutes, as Teams does it, for signing takes longer than most tests. */
    public String authorization() {
        Instant now = clock.instant();
        Signed known = signed;
        if (now.isBefore(known.at) || now.isAfter(known.at.plusSeconds(600))) {
            known = new Signed(now, "Bearer " + keys.signed(claims().build()));
            signed = known;
        }
        return known.header;
    }

    /** A header and when it was signed. */
    private record Signed(Instant at, String header) {}

    /** The claims of a genuine request. */
    public JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer("https://api.botframework.com")
                .audience(APP)
                .claim("serviceurl", serviceUrl())
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (tokenServerDown) {
            reply(exchange, 503, "<html>down</html>");
        } else if (!body.contains("client_id=" + APP)
                || !body.contains("grant_type=client_credentials")
                || !proofs.accepts(body)) {
            reply(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (body.contains("graph")) {
            reply(exchange, 200, "{\"expires_in\":3600,\"access_token\":\"graph-token\"}");
        } else {
            reply(exchange, 200, "{\"expires_in\":3600,\"access_token\":\"token-" + tokens.incrementAndGet() + "\"}");
        }
    }

    /** Who is in the one team; those with `owner` in their id own it. */
    private void graph(HttpExchange exchange) throws IOException {
        boolean known = "Bearer graph-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String path = exchange.getRequestURI().getPath();
        calls.add("GET " + path);
        if (!known || !path.equals("/graph/v1.0/teams/aad-group/members")) {
            reply(exchange, 403, "{}");
            return;
        }
        ObjectNode answer = JSON.createObjectNode();
        for (String person : List.of("aad-29:owner", "aad-29:ana")) {
            ObjectNode member = answer.withArray("value").addObject().put("userId", person);
            member.putArray("roles").add(person.contains("owner") ? "owner" : "guest");
        }
        reply(exchange, 200, answer.toString());
    }

    /** What kind of channel one of the team's is: standard, private or shared; a deleted one is not listed any more. */
    public void channelType(String channel, String type) {
        types.put(channel, type);
    }

    private String channels() {
        ObjectNode answer = JSON.createObjectNode();
        if (types.getOrDefault(TEAM, "standard").equals("deleted")) {
            return answer.toString();
        }
        answer.withArray("conversations").addObject().put("id", TEAM);
        Map.of(CHANNEL, "Models", DECISIONS, "Decisions").forEach((id, name) -> {
            String type = types.getOrDefault(id, "standard");
            if (!type.equals("deleted")) {
                answer.withArray("conversations")
                        .addObject()
                        .put("id", id)
                        .put("name", name)
                        .put("type", type);
            }
        });
        return answer.toString();
    }

    /** What Azure answers on the machine itself: for the bot's own identity a token, for another one a statement. */
    private void identity(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        calls.add("GET /identity?" + query);
        boolean asked = "true".equals(exchange.getRequestHeaders().getFirst("Metadata"));
        if (asked && query.contains("client_id=" + APP) && query.contains("resource=https://api.botframework.com&")) {
            reply(
                    exchange,
                    200,
                    "{\"expires_in\":\"3600\",\"access_token\":\"token-" + tokens.incrementAndGet() + "\"}");
        } else if (asked
                && query.contains("client_id=" + Proofs.IDENTITY)
                && query.contains("api://AzureADTokenExchange")) {
            reply(exchange, 200, "{\"expires_in\":\"3600\",\"access_token\":\"" + Proofs.STATEMENT + "\"}");
        } else {
            reply(exchange, 400, "{\"error\":\"invalid_request\"}");
        }
    }

    /** What the token server takes as a proof. */
    public Proofs proofs() {
        return proofs;
    }

    private void connector(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath().substring("/connector".length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(exchange.getRequestMethod() + " " + path);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!accepts(authorization)) {
            reply(exchange, 401, "{}");
            return;
        }
        Fault fault = faults.poll();
        if (fault != null && fault.status() != 0) {
            if (!fault.header().isEmpty()) {
                exchange.getResponseHeaders().add(fault.header(), fault.value());
            }
            reply(exchange, fault.status(), fault.body());
            return;
        }
        JsonNode sent = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        Optional<String> refusal = closed.keySet().stream()
                .filter(place(path, sent)::startsWith)
                .map(closed::get)
                .findFirst();
        if (refusal.isPresent()) {
            reply(exchange, 403, "{\"error\":{\"code\":\"" + refusal.get() + "\"}}");
            return;
        }
        Optional<String> answer = handle(exchange, path, sent);
        if (fault != null) {
            exchange.close();
        } else if (answer.isEmpty()) {
            reply(exchange, 404, "{\"error\":{\"code\":\"ActivityNotFoundInConversation\"}}");
        } else {
            reply(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, answer.get());
        }
    }

    private static String place(String path, JsonNode body) {
        return path.matches(".*/conversations/[^/]+/activities.*")
                ? URLDecoder.decode(path.replaceAll(".*/conversations/([^/]+)/.*", "$1"), StandardCharsets.UTF_8)
                : body.path("channelData").path("channel").path("id").asText();
    }

    /** Somebody is in the team no more. */
    public void leave(String person) {
        gone.add(person);
    }

    /** Nobody writes in that channel any more. */
    public void archive(String channel) {
        closed.put(channel, "ChannelArchived");
    }

    /** We are in that channel no more, and nobody told us. */
    public void expel(String channel) {
        closed.put(channel, "BotNotInConversationRoster");
    }

    /** It takes posts of ours again. */
    public void unarchive(String channel) {
        closed.remove(channel);
    }

    private Optional<String> handle(HttpExchange exchange, String path, JsonNode body) {
        String[] parts = path.substring(1).split("/");
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        if (parts[1].equals("teams")) {
            return Optional.of(parts.length == 3 ? "{\"aadGroupId\":\"aad-group\"}" : channels());
        }
        if (parts.length == 2) {
            return Optional.of(open(body));
        }
        String conversation = URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
        if (parts.length == 5
                && parts[3].equals("members")
                && gone.contains(URLDecoder.decode(parts[4], StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        if (parts.length == 5 && parts[3].equals("members")) {
            return Optional.of("{\"aadObjectId\":\"aad-" + URLDecoder.decode(parts[4], StandardCharsets.UTF_8) + "\"}");
        }
        if (parts.length == 4 && parts[3].equals("pagedmembers")) {
            return Optional.of(roster(query));
        }
        if (parts.length == 4) {
            String person = query.contains("isTargetedActivity=true")
                    ? body.path("recipient").path("id").asText()
                    : "";
            return Optional.of(
                    "{\"id\":\"" + keep(conversation, String.valueOf(ids.incrementAndGet()), body, person) + "\"}");
        }
        return edit(conversation, URLDecoder.decode(parts[4], StandardCharsets.UTF_8), body);
    }

    /** Forty members on a page. */
    private String roster(String query) {
        int from = query.contains("continuationToken=")
                ? Integer.parseInt(query.replaceAll(".*continuationToken=from-", ""))
                : 0;
        int to = Math.min(members, from + 40);
        StringBuilder page = new StringBuilder("{\"members\":[");
        for (int i = from; i < to; i++) {
            page.append(i > from ? "," : "").append("{\"id\":\"29:").append(i).append("\"}");
        }
        page.append("]").append(to < members ? ",\"continuationToken\":\"from-" + to + "\"" : "");
        return page.append("}").toString();
    }

    /** The team has so many members. */
    public void members(int count) {
        members = count;
    }

    /** Where files are put. */
    public OneDrive drive() {
        return drive;
    }

    private String open(JsonNode body) {
        String channel = body.path("channelData").path("channel").path("id").asText();
        if (!body.path("isGroup").asBoolean()
                || channel.isEmpty()
                || !body.path("tenantId").asText().equals(TENANT)) {
            complaints.add("cannot open " + body);
        }
        String id = String.valueOf(ids.incrementAndGet());
        keep(channel + ";messageid=" + id, id, body.path("activity"), "");
        return "{\"id\":\"" + channel + ";messageid=" + id + "\",\"activityId\":\"" + id + "\"}";
    }

    private String keep(String conversation, String id, JsonNode activity, String person) {
        inspect(activity);
        messages.add(new Message(conversation, id, activity, person, 0));
        return id;
    }

    private Optional<String> edit(String conversation, String id, JsonNode activity) {
        for (int i = 0; i < messages.size(); i++) {
            Message old = messages.get(i);
            if (old.id().equals(id) && old.conversation().equals(conversation)) {
                inspect(activity);
                messages.set(i, new Message(conversation, id, activity, old.person(), old.edits() + 1));
                return Optional.of("{\"id\":\"" + id + "\"}");
            }
        }
        return Optional.empty();
    }

    private void inspect(JsonNode activity) {
        if (activity.toString().length() * 2 > 100_000) {
            complaints.add("MessageSizeTooBig");
        }
        JsonNode attachment = activity.path("attachments").path(0);
        if (attachment.path("contentType").asText().endsWith("card.adaptive")) {
            complaints.addAll(CardRules.faults(attachment.path("content")));
        } else {
            complaints.addAll(FileRules.faults(attachment));
        }
    }

    /** Somebody deletes a message. */
    public void delete(String id) {
        messages.removeIf(message -> message.id().equals(id));
    }

    String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    Instant now() {
        return clock.instant();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
