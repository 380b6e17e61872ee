package dev.tunewise.faults;

import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.WebApi.Refusal;
import dev.tunewise.slack.fake.Workspace.Message;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** People in Slack, and a Slack that delivers twice and late, and fails in every way. */
final class SlackCrowd {
    static final String GENERAL = "C0GENERAL";
    static final String SECRET = "a signing secret";

    private final FakeSlack slack;
    private final Replicas replicas;
    private final Acknowledged acknowledged;
    private final Map<URI, HttpLine> lines = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    SlackCrowd(FakeSlack slack, Replicas replicas, Acknowledged acknowledged) {
        this.slack = slack;
        this.replicas = replicas;
        this.acknowledged = acknowledged;
    }

    private HttpLine line(Random random) {
        return lines.computeIfAbsent(
                replicas.any(random, "/slack/events"),
                address -> new HttpLine(address, SECRET, InstantSource.system()));
    }

    /** Opens a consultation; true when the command was taken, which Slack never sends twice. */
    boolean open(String person, Random random) {
        JsonObject fields = new JsonObject();
        String trigger = slack.api().trigger();
        fields.addProperty("team_id", FakeSlack.TEAM);
        fields.addProperty("channel_id", GENERAL);
        fields.addProperty("user_id", person);
        fields.addProperty("user_name", person);
        fields.addProperty("command", "/tunewise");
        fields.addProperty("text", "Classifier " + numbers.incrementAndGet() + " drifts, should we fine-tune?");
        fields.addProperty("is_enterprise_install", "false");
        fields.addProperty("response_url", slack.api().responseUrl(GENERAL, person));
        fields.addProperty("trigger_id", trigger);
        try {
            if (line(random).command(fields) == 200) {
                acknowledged.add(person + " opens", "command:" + trigger);
                return true;
            }
        } catch (RuntimeException down) {
            // Nobody was told that it was taken.
        }
        return false;
    }

    List<Message> roots() {
        return slack.workspace().messages().stream()
                .filter(message -> message.thread().isEmpty() && message.user().equals(FakeSlack.BOT))
                .toList();
    }

    /** Writes in a thread at this pace; the next message only after the one before was acknowledged or given up. */
    void write(String person, String root, Random random, Pace pace) {
        List<JsonObject> old = new ArrayList<>();
        while (pace.next()) {
            JsonObject body = slack.callback(message(person, root));
            JsonObject event = body.getAsJsonObject("event");
            for (int retry = 0; retry < 3; retry++) {
                if (deliver(body, retry, random)) {
                    acknowledged.add(
                            person, "message:" + GENERAL + ":" + event.get("ts").getAsString());
                    break;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            old.add(body);
            if (random.nextInt(5) == 0) {
                deliver(body, 1, random);
            }
            if (random.nextInt(10) == 0) {
                deliver(old.get(random.nextInt(old.size())), 3, random);
            }
            LockSupport.parkNanos(Duration.ofMillis(30 + random.nextInt(250)).toNanos());
        }
    }

    private boolean deliver(JsonObject body, int retry, Random random) {
        try {
            return line(random).event(body, retry) == 200;
        } catch (RuntimeException down) {
            return false;
        }
    }

    private JsonObject message(String person, String root) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", person);
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", "<@U0BOT> about " + (1_000 + numbers.incrementAndGet()) + " calls a day");
        event.addProperty("ts", slack.workspace().timestamp());
        event.addProperty("thread_ts", root);
        event.addProperty("parent_user_id", FakeSlack.BOT);
        return event;
    }

    /** Slack refuses and delays. */
    void trouble(Random random) {
        slack.api().trouble(refusals(random));
    }

    void peace() {
        slack.api().trouble(_ -> Optional.empty());
    }

    /** The next answer of Slack gets lost after it did what was asked. */
    void lose() {
        slack.api().lose("chat.postMessage");
    }

    private static Function<String, Optional<Refusal>> refusals(Random random) {
        return _ -> {
            int dice;
            synchronized (random) {
                dice = random.nextInt(100);
            }
            LockSupport.parkNanos(
                    Duration.ofMillis(dice % 7 == 0 ? 10L * dice : 0).toNanos());
            return switch (dice / 3) {
                case 0 -> Optional.of(new Refusal(503, "", new JsonObject()));
                case 1 -> Optional.of(Refusal.error("invalid_auth"));
                case 2 -> Optional.of(new Refusal(404, "", new JsonObject()));
                case 3 -> Optional.of(Refusal.limited(1));
                default -> Optional.empty();
            };
        };
    }
}
