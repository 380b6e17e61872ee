package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.outbox.Rounds;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.WebApi.Refusal;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * People write while one process after the other dies in the middle of its work and Slack fails in every way. Afterwards the database and what
 * Slack received are compared with what was acknowledged. Everything runs in one thread, so that a seed always gives the same course;
 * `-Dcrashes=200` makes it long.
 */
class SeededCrashesTest {
    private static final int CRASHES = Integer.getInteger("crashes", 10);
    private static final long SEED = Long.getLong("crashes.seed", 20_261_127);
    private static final String GENERAL = "C0GENERAL";
    private static final int PEOPLE = 4;

    private final Random random = new Random(SEED);
    private final TreeSet<String> acknowledged = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();
    private int written;

    /** A process that dies after so many pieces of work: what it began after that is never done. */
    private static final class Mortal implements Executor {
        private int left;

        private Mortal(int left) {
            this.left = left;
        }

        @Override
        public void execute(Runnable work) {
            if (left > 0) {
                left--;
                work.run();
            }
        }
    }

    @Test
    void nothingIsLostDoubledOrTurnedAround() throws Exception {
        Stage stage = new Stage(Stage.Transport.HTTP);
        FakeSlack slack = stage.slack();
        for (int i = 1; i <= PEOPLE; i++) {
            slack.member("U" + i, "Person " + i);
        }
        for (int crash = 0; crash < CRASHES; crash++) {
            stage = next(stage, "p" + crash, 2 + random.nextInt(40));
            slack.api().trouble(this::trouble);
            live(stage, slack);
        }
        slack.api().trouble(_ -> Optional.empty());
        stage = next(stage, "last", Integer.MAX_VALUE);
        recover(stage);
        check(stage, slack);
        assertEquals(List.of(), broken, "seed " + SEED);
        stage.close();
    }

    private static Stage next(Stage dead, String process, int work) throws Exception {
        Stage stage = dead.successor(process, new Mortal(work));
        // Leases of a process that gives no sign of life any more go back.
        stage.stores().leases().releaseAll();
        return stage;
    }

    private void live(Stage stage, FakeSlack slack) {
        for (int step = 0; step < 15; step++) {
            List<Message> roots = roots(slack);
            if (roots.size() < PEOPLE && random.nextInt(3) == 0) {
                slack.member("U" + (1 + random.nextInt(PEOPLE)), "").slash(GENERAL, "A hedge?");
            } else if (!roots.isEmpty()) {
                write(slack, roots.get(random.nextInt(roots.size())));
            }
            if (random.nextInt(3) == 0) {
                stage.time().pass(Duration.ofMillis(random.nextInt(3_000)));
                stage.worker().sweep();
            }
            if (random.nextInt(6) == 0) {
                slack.api().lose("chat.postMessage");
            }
            if (random.nextBoolean()) {
                Rounds.one(stage.dispatcher());
            }
        }
    }

    private void write(FakeSlack slack, Message root) {
        String words = "<@" + FakeSlack.BOT + "> " + (10_000 + ++written) + " metres";
        Message message =
                slack.workspace().post(GENERAL, root.ts(), "U" + (1 + random.nextInt(PEOPLE)), words, new JsonArray());
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", message.user());
        event.addProperty("channel", GENERAL);
        event.addProperty("channel_type", "channel");
        event.addProperty("text", words);
        event.addProperty("ts", message.ts());
        event.addProperty("thread_ts", root.ts());
        if (random.nextBoolean()) {
            event.addProperty("parent_user_id", FakeSlack.BOT);
        }
        JsonObject body = slack.callback(event);
        for (int copy = 0; copy <= random.nextInt(4) / 3; copy++) {
            if (slack.line().event(body, copy) == 200) {
                acknowledged.add("message:" + GENERAL + ":" + message.ts());
            }
        }
    }

    private Optional<Refusal> trouble(String method) {
        return switch (random.nextInt(20)) {
            case 0 -> Optional.of(new Refusal(503, "", new JsonObject()));
            case 1 -> Optional.of(Refusal.error("invalid_auth"));
            case 2 -> Optional.of(new Refusal(404, "", new JsonObject()));
            case 3 -> Optional.of(Refusal.limited(1));
            default -> Optional.empty();
        };
    }

    private static void recover(Stage stage) {
        for (int i = 0; i < 30; i++) {
            stage.recover();
        }
        assertEquals(0, stage.stores().inbox().waiting("slack"), "requests left over");
        assertEquals(0, stage.stores().outbox().waiting(), "posts left over");
        assertEquals(0, stage.stores().inbox().backlog().aside(), "requests set aside");
        assertEquals(0, stage.stores().outbox().backlog().aside(), "posts set aside");
    }

    private static List<Message> roots(FakeSlack slack) {
        return slack.workspace().messages().stream()
                .filter(message -> message.thread().isEmpty() && message.user().equals(FakeSlack.BOT))
                .toList();
    }

    private void check(Stage stage, FakeSlack slack) {
        Map<String, Integer> kept = new HashMap<>();
        List<ConversationSummary> all = stage.stores().conversations().list("slack", "T1", 1_000);
        assertEquals(all.size(), roots(slack).size(), "a card for each consultation, and no other");
        for (ConversationSummary each : all) {
            Conversation found = stage.stores().conversations().find(each.id()).orElseThrow();
            String before = "";
            for (Entry entry : found.entries()) {
                kept.merge(entry.key(), 1, Integer::sum);
                if (entry.message().compareTo(before) < 0) {
                    broken.add(entry.message() + " came after " + before);
                }
                before = entry.message().isEmpty() ? before : entry.message();
            }
        }
        acknowledged.stream().filter(key -> !kept.containsKey(key)).forEach(key -> broken.add("lost: " + key));
        kept.forEach((key, times) -> {
            if (times > 1) {
                broken.add("kept " + times + " times: " + key);
            }
        });
        assertTrue(acknowledged.size() > 5 * CRASHES, () -> acknowledged.size() + " messages only");
        posts(slack);
    }

    /** What Slack received, as the posts are numbered: each once, and each consultation's in order. */
    private void posts(FakeSlack slack) {
        Map<String, List<Long>> sent = new HashMap<>();
        Function<String, String[]> parts = mark -> mark.split("/");
        new TreeMap<>(slack.api().metadata()).forEach((_, metadata) -> {
            String[] mark = parts.apply(metadata.getAsJsonObject()
                    .getAsJsonObject("event_payload")
                    .get("post")
                    .getAsString());
            sent.computeIfAbsent(mark[0], _ -> new ArrayList<>()).add(Long.parseLong(mark[1]));
        });
        sent.forEach((conversation, ids) -> {
            if (!ids.equals(ids.stream().distinct().sorted().toList())) {
                broken.add("posts twice or out of order in " + conversation + ": " + ids);
            }
        });
    }
}
