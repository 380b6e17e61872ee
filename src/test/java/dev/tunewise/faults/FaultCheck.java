package dev.tunewise.faults;

import com.google.gson.JsonElement;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.storage.Database;
import dev.tunewise.teams.fake.FakeTeams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the database and what the platforms received with what was acknowledged; it knows nothing of how the service works. */
final class FaultCheck {
    private final Database database;
    private final Acknowledged acknowledged;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private int extraRoots;
    private int slackRoots;
    private int slackPosts;
    private int teamsPosts;
    private int teamsAgain;

    FaultCheck(Database database, Acknowledged acknowledged) {
        this.database = database;
        this.acknowledged = acknowledged;
    }

    List<String> broken() {
        return broken;
    }

    /** What there was, in one line. */
    String told() {
        return acknowledged.keys().size() + " acknowledged, " + slackPosts + " posts in Slack with " + slackRoots
                + " roots, " + teamsPosts + " in Teams, of which " + teamsAgain + " were sent again; " + broken("lost:")
                + " lost, " + (broken("kept twice") + broken("posts in Slack")) + " doubled, "
                + broken("turned around") + " turned around, " + extraRoots + " extra roots";
    }

    private long broken(String kind) {
        return broken.stream().filter(line -> line.startsWith(kind)).count();
    }

    void check(FakeSlack slack, FakeTeams teams) {
        List<ConversationSummary> inSlack = database.conversations().list("slack", FakeSlack.TEAM, 10_000);
        List<ConversationSummary> inTeams = database.conversations().list("teams", FakeTeams.TENANT, 10_000);
        inSlack.forEach(this::entries);
        inTeams.forEach(this::entries);
        acknowledged.keys().stream()
                .filter(key -> !positions.containsKey(key))
                .forEach(key -> broken.add("lost: " + key));
        acknowledged.orders().forEach(this::order);
        long aside =
                database.outbox().backlog().aside() + database.inbox().backlog().aside();
        if (aside > 0) {
            broken.add(aside + " set aside: " + database.outbox().stuck(5)
                    + database.inbox().stuck(5));
        }
        slack(slack, inSlack);
        teams(teams, inTeams);
    }

    private void entries(ConversationSummary digest) {
        Conversation found = database.conversations().find(digest.id()).orElseThrow();
        long position = 0;
        for (var entry : found.entries()) {
            if (positions.put(entry.key(), position++) != null) {
                broken.add("kept twice: " + entry.key());
            }
        }
    }

    /** Somebody wrote one after the other was acknowledged, all in one thread. */
    private void order(String person, List<String> keys) {
        if (person.endsWith(" opens")) {
            return;
        }
        long before = -1;
        for (String key : keys) {
            long position = positions.getOrDefault(key, Long.MAX_VALUE);
            if (position < before) {
                broken.add("turned around: " + key + " of " + person);
            }
            before = position;
        }
    }

    private void slack(FakeSlack slack, List<ConversationSummary> consultations) {
        slackRoots = (int) slack.workspace().messages().stream()
                .filter(message -> message.thread().isEmpty() && message.user().equals(FakeSlack.BOT))
                .count();
        extraRoots = slackRoots - consultations.size();
        if (slackRoots != consultations.size()) {
            broken.add(slackRoots + " root cards in Slack for " + consultations.size() + " consultations");
        }
        Map<String, List<Long>> sent = new HashMap<>();
        for (JsonElement metadata : new TreeMap<>(slack.api().metadata()).values()) {
            String mark = metadata.getAsJsonObject()
                    .getAsJsonObject("event_payload")
                    .get("post")
                    .getAsString();
            int slash = mark.indexOf('/');
            sent.computeIfAbsent(mark.substring(0, slash), _ -> new ArrayList<>())
                    .add(Long.parseLong(mark.substring(slash + 1)));
            slackPosts++;
        }
        sent.forEach((conversation, ids) -> {
            if (!ids.equals(ids.stream().distinct().sorted().toList())) {
                broken.add("posts in Slack twice or out of order in " + conversation + ": " + ids);
            }
        });
        broken.addAll(slack.api().faults());
    }

    /** Teams gives no means to look whether a message arrived, so some may come twice; none may be missing. */
    private void teams(FakeTeams teams, List<ConversationSummary> consultations) {
        for (ConversationSummary digest : consultations) {
            Set<String> keys = database.conversations().posts(digest.id()).stream()
                    .map(kept -> kept.post().key())
                    .collect(Collectors.toCollection(HashSet::new));
            String thread =
                    digest.address().room() + ";messageid=" + digest.address().thread();
            int shown = (int) teams.in(thread).stream()
                    .filter(message -> message.person().isEmpty())
                    .count();
            teamsPosts += shown;
            teamsAgain += Math.max(0, shown - keys.size());
            if (shown < keys.size()) {
                broken.add("missing in Teams: " + (keys.size() - shown) + " of " + keys.size() + " in " + thread);
            }
        }
        broken.addAll(teams.complaints());
    }
}
