package dev.tunewise.slack.fake;

import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Slack over Socket Mode: envelopes on the app's own connection. */
public final class SocketModeLine implements Line {
    private final SocketServer server;

    public SocketModeLine(SocketServer server) {
        this.server = server;
    }

    @Override
    public int event(JsonObject body, int retry) {
        JsonObject envelope = envelope("events_api", body);
        envelope.addProperty("retry_attempt", retry);
        envelope.addProperty("retry_reason", retry > 0 ? "timeout" : "");
        return send(envelope);
    }

    @Override
    public int interaction(JsonObject payload) {
        return send(envelope("interactive", payload));
    }

    @Override
    public int command(JsonObject fields) {
        return send(envelope("slash_commands", fields));
    }

    private static JsonObject envelope(String type, JsonObject payload) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", type);
        envelope.addProperty("envelope_id", UUID.randomUUID().toString());
        envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
        envelope.add("payload", payload);
        return envelope;
    }

    private int send(JsonObject envelope) {
        try {
            server.await();
            server.send(envelope).get(10, TimeUnit.SECONDS);
            return 200;
        } catch (TimeoutException late) {
            return 408;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
