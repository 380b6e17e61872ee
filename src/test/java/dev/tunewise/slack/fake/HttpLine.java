package dev.tunewise.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slack over HTTP: signed POSTs to the app's address. */
public final class HttpLine implements Line {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String secret;
    private final InstantSource clock;
    private volatile String answered = "";

    public HttpLine(URI address, String secret, InstantSource clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public int event(JsonObject body, int retry) {
        return post(body.toString(), "application/json", retry).statusCode();
    }

    @Override
    public int interaction(JsonObject payload) {
        HttpResponse<String> answer =
                post("payload=" + encode(payload.toString()), "application/x-www-form-urlencoded", 0);
        answered = answer.body();
        return answer.statusCode();
    }

    /** What the last click or window was answered with. */
    public String answered() {
        return answered;
    }

    @Override
    public int command(JsonObject fields) {
        StringJoiner form = new StringJoiner("&");
        for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
            form.add(encode(field.getKey()) + "=" + encode(field.getValue().getAsString()));
        }
        return post(form.toString(), "application/x-www-form-urlencoded", 0).statusCode();
    }

    /** Posts a body, signed now. */
    public HttpResponse<String> post(String body, String type, int retry) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return post(bytes, type, timestamp, sign(secret, timestamp, bytes), retry);
    }

    /** Posts any body with any headers. */
    public HttpResponse<String> post(byte[] body, String type, String timestamp, String signature, int retry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (retry > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(retry)).header("X-Slack-Retry-Reason", "http_timeout");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
