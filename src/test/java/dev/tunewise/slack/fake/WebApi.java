package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The Web API over HTTP, as far as a bot like ours uses it, with the refusals of the real one. */
public final class WebApi implements AutoCloseable {
    /** Whether a call is let through before it does anything; gives the answer where it is not. */
    public record Refusal(int status, String retryAfter, JsonObject body) {
        public static Refusal error(String error) {
            return new Refusal(200, "", WebApi.error(error));
        }

        public static Refusal limited(int seconds) {
            return new Refusal(429, String.valueOf(seconds), WebApi.error("ratelimited"));
        }
    }

    private static final Duration TRIGGER = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final InstantSource clock;
    private final FileMethods files;
    private final HttpServer server;
    private final Map<String, Function<Map<String, String>, JsonObject>> methods = new HashMap<>();
    private final Map<String, Queue<Refusal>> refusals = new ConcurrentHashMap<>();
    private final ChatMethods chat;
    private volatile Function<String, java.util.Optional<Refusal>> trouble = _ -> java.util.Optional.empty();
    private final java.util.Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> triggers = new ConcurrentHashMap<>();
    private final Map<String, int[]> responseUrls = new ConcurrentHashMap<>();
    private final Map<String, String> responsePeople = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile String socketAddress = "";
    private volatile Duration delay = Duration.ZERO;
    private volatile Function<Map<String, String>, JsonObject> oauth = _ -> error("invalid_code");

    public WebApi(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.files = new FileMethods(workspace, this::bot);
        this.chat = new ChatMethods(workspace, faults, this::bot);
        tokens.put("xoxb-one", "U0BOT");
        register();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::api);
        server.createContext("/upload/", files::upload);
        server.createContext("/response/", this::respond);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Refuses the next call of a method. */
    public void refuse(String method, Refusal refusal) {
        refusals.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(refusal);
    }

    /** Refuses the next call of a method in one channel. */
    public void refuse(String method, String channel, Refusal refusal) {
        refuse(method + "@" + channel, refusal);
    }

    /** Does what the next call of a method asks for, and breaks the connection then. */
    public void lose(String method) {
        lost.add(method);
    }

    /** From now on calls of methods fail as this says of them; nothing where one goes through. */
    public void trouble(Function<String, java.util.Optional<Refusal>> what) {
        trouble = what;
    }

    /** Metadata of the messages that were posted, by timestamp. */
    public Map<String, JsonElement> metadata() {
        return chat.metadata();
    }

    /** Takes so long for every call from now on. */
    public void slow(Duration each) {
        delay = each;
    }

    public void sockets(String address) {
        socketAddress = address;
    }

    public void oauth(Function<Map<String, String>, JsonObject> answer) {
        oauth = answer;
    }

    public void token(String token, String user) {
        tokens.put(token, user);
    }

    public void revoke(String token) {
        tokens.remove(token);
    }

    /** A trigger that opens one window within three seconds. */
    public String trigger() {
        String id = workspace.id("T");
        triggers.put(id, clock.instant());
        return id;
    }

    /** An address for five private answers. */
    public String responseUrl(String channel, String person) {
        String id = workspace.id("R");
        responseUrls.put(id, new int[] {5});
        responsePeople.put(id, channel + "/" + person);
        return address() + "/response/" + id;
    }

    /** Methods called so far, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** What was sent against Slack's limits. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    static JsonObject error(String error) {
        JsonObject object = new JsonObject();
        object.addProperty("ok", false);
        object.addProperty("error", error);
        return object;
    }

    static JsonObject ok() {
        JsonObject object = new JsonObject();
        object.addProperty("ok", true);
        return object;
    }

    private void register() {
        methods.put("auth.test", this::authTest);
        methods.put("chat.postMessage", chat::postMessage);
        methods.put("chat.update", chat::update);
        methods.put("conversations.history", chat::history);
        methods.put("conversations.replies", chat::history);
        methods.put("chat.postEphemeral", chat::postEphemeral);
        PeopleMethods people = new PeopleMethods(workspace, this::bot);
        methods.put("conversations.info", people::conversationsInfo);
        methods.put("users.info", people::usersInfo);
        methods.put("conversations.members", people::conversationsMembers);
        methods.put("users.conversations", people::usersConversations);
        methods.put("views.open", this::open);
        methods.put("views.push", this::open);
        methods.put("views.publish", this::publish);
        methods.put("files.getUploadURLExternal", form -> files.uploadUrl(form, address()));
        methods.put("files.completeUploadExternal", files::completeUpload);
        methods.put("files.delete", files::delete);
        methods.put("oauth.v2.access", form -> oauth.apply(form));
        methods.put("apps.connections.open", _ -> {
            JsonObject answer = ok();
            answer.addProperty("url", socketAddress);
            return answer;
        });
    }

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = body.startsWith("{") ? fields(body) : form(body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            form.put("token", authorization.replace("Bearer ", ""));
        }
        calls.add(method);
        LockSupport.parkNanos(delay.toNanos());
        Refusal passing = trouble.apply(method).orElse(null);
        Refusal refusal = passing != null
                ? passing
                : refusal(method, form.getOrDefault("channel", form.getOrDefault("channel_id", "")));
        if (refusal != null) {
            if (!refusal.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", refusal.retryAfter());
            }
            send(exchange, refusal.status(), refusal.body());
            return;
        }
        Function<Map<String, String>, JsonObject> answer = methods.get(method);
        JsonObject said = answer == null ? error("unknown_method") : guarded(method, answer, form);
        if (lost.remove(method)) {
            // It was done, and nobody hears of it.
            exchange.close();
            return;
        }
        send(exchange, 200, said);
    }

    private JsonObject guarded(
            String method, Function<Map<String, String>, JsonObject> answer, Map<String, String> form) {
        boolean open = method.startsWith("oauth.") || method.startsWith("apps.");
        if (!open && !tokens.containsKey(form.getOrDefault("token", ""))) {
            return error("invalid_auth");
        }
        try {
            return answer.apply(form);
        } catch (RuntimeException broken) {
            faults.add(method + ": " + broken);
            return error("fatal_error");
        }
    }

    private Refusal refusal(String method, String channel) {
        for (String key : List.of(method + "@" + channel, method)) {
            Queue<Refusal> queue = refusals.get(key);
            Refusal next = queue == null ? null : queue.poll();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private JsonObject authTest(Map<String, String> form) {
        JsonObject answer = ok();
        answer.addProperty("url", "https://acme.slack.com/");
        answer.addProperty("team_id", "T1");
        answer.addProperty("user_id", tokens.get(form.get("token")));
        answer.addProperty("user", "tunewise");
        return answer;
    }

    private JsonObject open(Map<String, String> form) {
        Instant issued = triggers.remove(form.getOrDefault("trigger_id", ""));
        if (issued == null) {
            return error("exchanged_trigger_id");
        }
        if (Duration.between(issued, clock.instant()).compareTo(TRIGGER) > 0) {
            return error("expired_trigger_id");
        }
        JsonObject view = JsonParser.parseString(form.get("view")).getAsJsonObject();
        List<String> broken = BlockRules.faults(view.getAsJsonArray("blocks"), BlockRules.Surface.MODAL);
        faults.addAll(broken);
        workspace.view("", view);
        return broken.isEmpty() ? ok() : error("invalid_arguments");
    }

    private JsonObject publish(Map<String, String> form) {
        JsonObject view = JsonParser.parseString(form.get("view")).getAsJsonObject();
        List<String> broken = BlockRules.faults(view.getAsJsonArray("blocks"), BlockRules.Surface.HOME);
        faults.addAll(broken);
        workspace.home(form.get("user_id"), view);
        return broken.isEmpty() ? ok() : error("invalid_arguments");
    }

    private void respond(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/response/".length());
        int[] left = responseUrls.get(id);
        if (left == null || left[0]-- <= 0) {
            send(exchange, 404, error("used_url"));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject json = JsonParser.parseString(body).getAsJsonObject();
        JsonArray blocks = json.has("blocks") ? json.getAsJsonArray("blocks") : new JsonArray();
        faults.addAll(BlockRules.faults(blocks, BlockRules.Surface.MESSAGE));
        String[] where = responsePeople.get(id).split("/");
        workspace.whisper(
                new Workspace.Whisper(where[0], where[1], json.get("text").getAsString(), blocks, "response"));
        send(exchange, 200, ok());
    }

    private String bot(Map<String, String> form) {
        return tokens.getOrDefault(form.getOrDefault("token", ""), "");
    }

    /** A JSON body as Slack takes it too; values that are no text are text of JSON here. */
    private static Map<String, String> fields(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        JsonParser.parseString(body)
                .getAsJsonObject()
                .entrySet()
                .forEach(field -> form.put(
                        field.getKey(),
                        field.getValue().isJsonPrimitive()
                                ? field.getValue().getAsString()
                                : field.getValue().toString()));
        return form;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
