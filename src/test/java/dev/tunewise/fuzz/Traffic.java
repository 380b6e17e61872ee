package dev.tunewise.fuzz;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.HttpLine;
import dev.tunewise.slack.fake.Line;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.Service;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both platforms really send, recorded in a short consultation on each. */
final class Traffic {
    static final String SECRET = "a signing secret";

    private final List<String> events = new ArrayList<>();
    private final List<String> interactions = new ArrayList<>();
    private final List<Map<String, String>> commands = new ArrayList<>();
    private final List<String> activities = new ArrayList<>();

    List<String> events() {
        return events;
    }

    List<String> interactions() {
        return interactions;
    }

    List<Map<String, String>> commands() {
        return commands;
    }

    List<String> activities() {
        return activities;
    }

    void record(Service service, FakeSlack slack, FakeTeams teams) {
        slack.reachBy(recorded(new HttpLine(service.at("/slack/events"), SECRET, InstantSource.system())));
        dev.tunewise.slack.fake.Member ana = slack.member("U1", "Ana");
        ana.slash("C0GENERAL", "Should we fine-tune our assistant?");
        until(() -> slack.workspace().messages().stream()
                .anyMatch(message -> !message.thread().isEmpty()));
        Message root = slack.root("C0GENERAL");
        ana.deliver(ana.say("C0GENERAL", root.ts(), "<@U0BOT> about 50,000 calls a day"));
        ana.edit(ana.say("C0GENERAL", root.ts(), "we have 900 examples"), "we have 800 examples");
        // What was written meanwhile may have taken the buttons off one card before the next has come.
        AtomicReference<Message> asks = new AtomicReference<>();
        until(() -> {
            slack.findCard(root.ts()).ifPresent(asks::set);
            return asks.get() != null;
        });
        ana.press(asks.get(), button(asks.get()));
        ana.shortcut(ana.say("C0GENERAL", "", "should we tune?"));
        ana.open("home");
        ana.slash("C0GENERAL", "workspace retention 90");
        Member ben = new Member(teams, (body, authorization) -> teams(service, body, authorization), "29:ben", "Ben");
        String thread = ben.post(FakeTeams.CHANNEL, "Our ranker drifts, should we fine-tune?");
        until(() -> teams.in(thread).stream()
                .anyMatch(message -> !Member.actions(message.card()).isEmpty()));
        ben.mention(thread, "about 50,000 calls a day");
        ben.slash(FakeTeams.CHANNEL, "status");
        ben.edit(thread, ben.say(thread, "we have 900 examples"), "we have 800 examples");
        ben.install(FakeTeams.CHANNEL);
        FakeTeams.Message card = teams.in(thread).stream()
                .filter(message -> !Member.actions(message.card()).isEmpty())
                .findFirst()
                .orElseThrow();
        ben.execute(card, Member.actions(card.card()).getFirst().path("data"));
        ben.invoke(thread, "task/fetch", card.activity());
        ben.invoke(thread, "composeExtension/fetchTask", card.activity());
    }

    private dev.tunewise.teams.fake.Line.Answer teams(Service service, String body, String authorization) {
        activities.add(body);
        int status = service.postJson("/api/messages", body, "Authorization", authorization)
                .statusCode();
        return new dev.tunewise.teams.fake.Line.Answer(status, MissingNode.getInstance());
    }

    /** The id of something to press on a card. */
    private static String button(Message card) {
        Matcher button = Pattern.compile(
                        "\"action_id\":\"([^\"]+)\"[^}]*\"type\":\"button\"|\"type\":\"button\".*?\"action_id\":\"([^\"]+)\"")
                .matcher(card.blocks().toString());
        if (!button.find()) {
            throw new AssertionError("no button on " + card.blocks());
        }
        return button.group(1) == null ? button.group(2) : button.group(1);
    }

    private static void until(BooleanSupplier condition) {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private Line recorded(Line line) {
        return new Line() {
            @Override
            public int event(JsonObject body, int retry) {
                events.add(body.toString());
                return line.event(body, retry);
            }

            @Override
            public int interaction(JsonObject payload) {
                interactions.add(payload.toString());
                return line.interaction(payload);
            }

            @Override
            public int command(JsonObject fields) {
                Map<String, String> form = new java.util.LinkedHashMap<>();
                fields.entrySet()
                        .forEach(field ->
                                form.put(field.getKey(), field.getValue().getAsString()));
                commands.add(form);
                return line.command(fields);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
