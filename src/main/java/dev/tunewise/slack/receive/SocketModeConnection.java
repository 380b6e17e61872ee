package dev.tunewise.slack.receive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import dev.tunewise.channel.JsonText;
import dev.tunewise.slack.block.BlockKit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: our own connection to Slack, over which the same requests come without a public address. The SDK keeps the connection and renews it.
 * Its own reader looks for one message every ten milliseconds, a hundred a second at most, so requests are taken as they come, each on a thread of
 * its own, and only what the SDK says to itself is left to it.
 */
public final class SocketModeConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketModeConnection.class);
    private static final Set<String> REQUESTS = Set.of("events_api", "interactive", "slash_commands");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** So often the SDK makes sure that the connection is alive, in milliseconds. */
    private static final long LOOKED_AFTER = SocketModeClient.DEFAULT_SESSION_MONITOR_INTERVAL_MILLISECONDS;

    private final Slack slack;
    private final String appToken;
    private final SlackRequestReceiver doorway;
    private final Semaphore hands;
    private final Object sending = new Object();
    private volatile @Nullable SocketModeClient client;
    private volatile boolean connected;
    private volatile boolean closed;

    public SocketModeConnection(Slack slack, String appToken, SlackRequestReceiver doorway, int concurrency) {
        this.slack = slack;
        this.appToken = appToken;
        this.doorway = doorway;
        this.hands = new Semaphore(concurrency);
    }

    /** Connects in the background, and goes on trying until Slack answers. */
    public void open() {
        Thread.ofVirtual().name("slack-socket").start(() -> {
            Duration pause = Duration.ofSeconds(1);
            while (!closed && !connect()) {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopping) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        });
    }

    /** Whether there is a connection; the SDK finds one that is dead within seconds and makes another. */
    public boolean isConnected() {
        return connected;
    }

    private boolean connect() {
        try {
            String address = slack.methods(appToken).appsConnectionsOpen(r -> r).getUrl();
            if (address == null) {
                LOG.error("Slack gives no connection: check tunewise.slack.app-token, and that Socket Mode is on in the"
                        + " app's settings");
                return false;
            }
            SocketModeClient fresh =
                    new SocketModeClientTyrusImpl(slack, appToken, address, 1, new Sorter(), true, true, LOOKED_AFTER);
            fresh.addWebSocketCloseListener((_, _) -> connected = false);
            client = fresh;
            fresh.connect();
            LOG.info("Connected to Slack over Socket Mode");
            return true;
        } catch (IOException | SlackApiException | URISyntaxException failed) {
            LOG.warn("Slack cannot be reached for Socket Mode and is tried again: {}", failed.getMessage());
            return false;
        }
    }

    /** What comes in: requests go on at once, the rest waits for the SDK. */
    private final class Sorter implements SocketModeMessageQueue {
        private final Queue<String> rest = new ConcurrentLinkedQueue<>();

        @Override
        public void add(String message) {
            connected = true;
            Thread.ofVirtual().name("slack-hear").start(() -> hear(message));
        }

        @Override
        public @Nullable String poll() {
            return rest.poll();
        }

        private void hear(String message) {
            JsonNode envelope = JsonText.read(message);
            if (!REQUESTS.contains(envelope.path("type").asText("")) || !envelope.has("envelope_id")) {
                rest.add(message);
                return;
            }
            hands.acquireUninterruptibly();
            try {
                take(envelope);
            } finally {
                hands.release();
            }
        }
    }

    private void take(JsonNode envelope) {
        JsonNode payload = envelope.path("payload");
        if (!payload.isObject()) {
            return;
        }
        SlackRequestReceiver.Answer answer = doorway.take(payload);
        SocketModeClient line = client;
        if (answer.status() != 200 || line == null) {
            // Without an acknowledgement Slack sends it again.
            return;
        }
        ObjectNode acknowledgement = BlockKit.object();
        acknowledgement.set("envelope_id", envelope.path("envelope_id"));
        if (answer.json()) {
            acknowledgement.set("payload", JsonText.read(answer.text()));
        }
        synchronized (sending) {
            line.sendSocketModeResponse(acknowledgement.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        SocketModeClient line = client;
        if (line != null) {
            try {
                line.close();
            } catch (IOException ignored) {
                LOG.debug("The connection to Slack was gone already");
            }
        }
    }
}
