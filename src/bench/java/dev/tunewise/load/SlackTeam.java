package dev.tunewise.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.HttpLine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A team in a Slack channel of its own: a slash command, then messages in the thread. */
record SlackTeam(SlackSink slack, HttpLine line, String channel) implements Team {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() / 1_000);

    @Override
    public void consult(Measured measured) {
        if (!measured.next()) {
            return;
        }
        long number = NUMBERS.incrementAndGet();
        String mark = "load" + number + "mark";
        var shown = slack.next(mark);
        long sent = System.nanoTime();
        line.command(command(mark));
        measured.acknowledged(sent);
        Optional<SlackSink.Seen> root = measured.await(shown, sent);
        for (int i = 0; root.isPresent() && i < MESSAGES && measured.next(); i++) {
            long amount = Team.amount(i, number);
            var reply = slack.next(root.get().ts() + " " + amount);
            long said = System.nanoTime();
            line.event(message(root.get().ts(), Team.words(amount), number * 10 + i), 0);
            measured.acknowledged(said);
            if (measured.await(reply, said).isEmpty()) {
                return;
            }
        }
    }

    private JsonObject command(String mark) {
        JsonObject fields = new JsonObject();
        fields.addProperty("team_id", "T1");
        fields.addProperty("channel_id", channel);
        fields.addProperty("user_id", "U1");
        fields.addProperty("user_name", "ana");
        fields.addProperty("command", "/tunewise");
        fields.addProperty("text", "Classifier " + mark + " drifts, should we fine-tune?");
        fields.addProperty("trigger_id", mark);
        return fields;
    }

    private JsonObject message(String thread, String text, long number) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", "U1");
        event.addProperty("channel", channel);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", "<@U0BOT> " + text);
        event.addProperty("ts", "1800000000." + number % 10_000_000_000L);
        event.addProperty("thread_ts", thread);
        event.addProperty("parent_user_id", "U0BOT");
        JsonObject authorization = new JsonObject();
        authorization.addProperty("team_id", "T1");
        authorization.addProperty("user_id", "U0BOT");
        authorization.addProperty("is_bot", true);
        authorization.addProperty("is_enterprise_install", false);
        JsonArray authorizations = new JsonArray();
        authorizations.add(authorization);
        JsonObject body = new JsonObject();
        body.addProperty("team_id", "T1");
        body.addProperty("api_app_id", "A1");
        body.add("event", event);
        body.addProperty("type", "event_callback");
        body.addProperty("event_id", "Ev" + number);
        body.addProperty("event_time", 1_800_000_000);
        body.add("authorizations", authorizations);
        return body;
    }
}
