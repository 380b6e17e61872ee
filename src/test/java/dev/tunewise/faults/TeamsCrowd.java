package dev.tunewise.faults;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Line;
import dev.tunewise.teams.fake.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People in Teams, and a Teams that delivers twice and fails in every way. */
final class TeamsCrowd {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final FakeTeams teams;
    private final Replicas replicas;
    private final Acknowledged acknowledged;
    private final AtomicInteger numbers = new AtomicInteger();

    TeamsCrowd(FakeTeams teams, Replicas replicas, Acknowledged acknowledged) {
        this.teams = teams;
        this.replicas = replicas;
        this.acknowledged = acknowledged;
    }

    static Map<String, String> settings(FakeTeams teams) {
        return new HashMap<>(Map.of(
                "tunewise.teams.mode",
                "on",
                "tunewise.teams.app-id",
                FakeTeams.APP,
                "tunewise.teams.app-secret",
                "the secret",
                "tunewise.teams.tenant-id",
                FakeTeams.TENANT,
                "tunewise.teams.public-url",
                "https://bot.example.com",
                "tunewise.teams.login-url",
                teams.at("/login"),
                "tunewise.teams.metadata-url",
                teams.at("/metadata")));
    }

    private Member member(String person, Random random) {
        Line line = (body, authorization) -> {
            try {
                HttpRequest request = HttpRequest.newBuilder(replicas.any(random, "/api/messages"))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                return new Line.Answer(
                        HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode(),
                        MissingNode.getInstance());
            } catch (IOException down) {
                throw new UncheckedIOException(down);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        };
        return new Member(teams, line, person, "Person " + person);
    }

    /** Begins a thread with a mention and gives it; empty when it was not taken. */
    String open(String person, Random random) {
        Member member = member(person, random);
        ObjectNode activity = member.activity("message", FakeTeams.CHANNEL);
        String root = activity.path("id").asText();
        String thread = FakeTeams.CHANNEL + ";messageid=" + root;
        ((ObjectNode) activity.path("conversation")).put("id", thread);
        mention(activity, "Ranker " + numbers.incrementAndGet() + " drifts, should we fine-tune?");
        return deliver(member, activity, person + " opens", thread) ? thread : "";
    }

    /** Writes in a thread at this pace; the next message only after the one before was acknowledged or given up. */
    void write(String person, String thread, Random random, Pace pace) {
        Member member = member(person, random);
        while (pace.next()) {
            ObjectNode activity = member.activity("message", thread);
            mention(activity, "about " + (1_000 + numbers.incrementAndGet()) + " calls a day");
            for (int retry = 0; retry < 3; retry++) {
                if (deliver(member, activity, person, thread)) {
                    break;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            if (random.nextInt(5) == 0) {
                deliver(member, activity, "", thread);
            }
            LockSupport.parkNanos(Duration.ofMillis(30 + random.nextInt(250)).toNanos());
        }
    }

    private static void mention(ObjectNode activity, String words) {
        activity.put("text", "<at>Tunewise</at> " + words).put("textFormat", "xml");
        ObjectNode mention = activity.withArray("entities").addObject();
        mention.put("type", "mention").put("text", "<at>Tunewise</at>");
        mention.putObject("mentioned").put("id", FakeTeams.BOT).put("name", "Tunewise");
    }

    private boolean deliver(Member member, ObjectNode activity, String person, String thread) {
        try {
            boolean taken = member.send(activity).status() == 200;
            if (taken && !person.isEmpty()) {
                acknowledged.add(
                        person, "message:" + thread + ":" + activity.path("id").asText());
            }
            return taken;
        } catch (RuntimeException down) {
            return false;
        }
    }

    void peace() {
        teams.peace();
    }

    /** The next call meets trouble. */
    void trouble(Random random) {
        teams.next(
                switch (random.nextInt(5)) {
                    case 0 -> FakeTeams.Fault.status(500);
                    case 1 -> FakeTeams.Fault.wait(429, 1);
                    case 2 -> new FakeTeams.Fault(502, "", "", "<html>bad gateway</html>");
                    case 3 -> new FakeTeams.Fault(404, "", "", "<html>no such page</html>");
                    default -> FakeTeams.Fault.lost();
                });
    }
}
