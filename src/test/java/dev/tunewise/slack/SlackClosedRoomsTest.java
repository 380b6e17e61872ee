package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.ShippedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What falls due at the moment that a channel is archived, or loses us, waits and is told once after it. */
class SlackClosedRoomsTest {
    private static final String GENERAL = "C0GENERAL";
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    private Message conclude(String problem) {
        stage.slash(ana, GENERAL, problem);
        Message root = slack.root(GENERAL);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        return root;
    }

    private void until(Instant moment) {
        stage.time().pass(Duration.between(stage.time().instant(), moment));
        slack.workspace().now(moment);
    }

    /** Nobody tells us. */
    private void shut(boolean archived, boolean now) {
        if (archived && now) {
            slack.workspace().archive(GENERAL);
        } else if (archived) {
            slack.workspace().unarchive(GENERAL);
        } else {
            Workspace.Channel known = slack.workspace().channel(GENERAL).orElseThrow();
            Set<String> members = new HashSet<>(known.members());
            if (now) {
                members.remove(FakeSlack.BOT);
            } else {
                members.add(FakeSlack.BOT);
            }
            slack.workspace().channel(new Workspace.Channel(known.id(), known.name(), false, members, known.shared()));
        }
    }

    private long told(String words) {
        return stage.said(GENERAL).stream()
                .filter(message -> message.shown().contains(words))
                .count();
    }

    private ConversationSummary logged() {
        return stage.stores().conversations().list("slack", "T1", 1).getFirst();
    }

    /** What was due is told nowhere, waits and is named; once the channel is back it is told once. */
    private void waitsAndIsToldOnce(boolean archived, String words) {
        assertEquals(0, told(words));
        assertEquals(0, stage.release());
        String why = archived ? "the channel is archived" : "Tunewise is not in the channel";
        DecisionLogFile file =
                DecisionLogFile.at("http://here", null, stage.chosen().directory());
        assertTrue(file.markdown(List.of(logged())).contains(why), file.markdown(List.of(logged())));
        assertTrue(file.csv(List.of(logged())).contains(why));
        shut(archived, false);
        stage.slash(ana, GENERAL, "log");
        String log = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(log.contains(why), log);
        stage.chosen().directory().forget(logged().address());
        assertTrue(stage.release() > 0);
        assertEquals(1, told(words), stage.said(GENERAL).toString());
        assertEquals(0, stage.release());
        assertEquals(1, told(words));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReminder(boolean archived) {
        stage.slash(ana, GENERAL, "reminder 3 days");
        stage.slash(ana, GENERAL, "A hedge?");
        until(stage.time().instant().plus(Duration.ofDays(4)));
        stage.chosen().directory().room(logged().address());
        shut(archived, true);
        stage.reminders().remind(stage.time().instant());
        stage.settle();
        stage.reminders().remind(stage.time().instant().plus(Duration.ofDays(4)));
        stage.settle();
        waitsAndIsToldOnce(archived, "with a question open");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReview(boolean archived) {
        Message root = conclude("A hedge?");
        ana.deliver(ana.say(GENERAL, root.ts(), "review on 1 March 2027"));
        stage.settle();
        until(Instant.parse("2027-03-01T10:00:00Z"));
        stage.chosen().directory().room(logged().address());
        shut(archived, true);
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertEquals(0, stage.askForReviews());
        waitsAndIsToldOnce(archived, "It is time to look at this again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movedFigures(boolean archived) throws Exception {
        stage.follow(ShippedMachine.now());
        stage.slash(ana, GENERAL, "Should we tune our ticket classifier?");
        ShippedMachine.decide(stage.consultations(), logged().id(), stage.time().instant());
        stage.settle();
        stage.chosen().directory().room(logged().address());
        shut(archived, true);
        stage.follow(ShippedMachine.changed(folder, "1.5", "7.5"));
        stage.watch().look("other prices", stage.time().instant(), 100);
        stage.settle();
        assertEquals(0, told("This was computed again"));
        shut(archived, false);
        stage.chosen().directory().forget(logged().address());
        stage.release();
        assertEquals(1, told("This was computed again"));
        assertEquals(0, stage.release());
    }

    private void digest(Instant now) {
        until(now);
        stage.chosen().directory().forget(logged().address());
        stage.digests().send(now);
        stage.settle();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDigestThatWasRefused(boolean archived) {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        until(MONDAY.minus(Duration.ofDays(2)));
        conclude("A hedge?");
        until(MONDAY);
        stage.chosen().directory().room(logged().address());
        shut(archived, true);
        stage.digests().send(MONDAY);
        stage.settle();
        assertEquals(0, told("Decisions from"));
        digest(MONDAY.plus(Duration.ofDays(7)));
        digest(MONDAY.plus(Duration.ofDays(14)));
        shut(archived, false);
        stage.slash(ana, GENERAL, "settings");
        String settings = slack.workspace().whispers().getLast().blocks().toString();
        assertTrue(settings.contains("The digest could not be posted"), settings);
        digest(MONDAY.plus(Duration.ofDays(17)));
        assertEquals(
                1,
                told("Decisions from 16 November 2026 to 7 December 2026: 1 decided"),
                stage.said(GENERAL).toString());
        digest(MONDAY.plus(Duration.ofDays(18)));
        digest(MONDAY.plus(Duration.ofDays(21)));
        assertEquals(1, told("Decisions from"), "once, and quiet weeks after it");
        stage.slash(ana, GENERAL, "settings");
        assertFalse(
                slack.workspace().whispers().getLast().blocks().toString().contains("could not be posted"), "it came");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDigestThatFellDueMeanwhile(boolean archived) {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        until(MONDAY.minus(Duration.ofDays(2)));
        conclude("A hedge?");
        shut(archived, true);
        digest(MONDAY);
        digest(MONDAY.plus(Duration.ofDays(7)));
        assertEquals(0, told("Decisions from"));
        shut(archived, false);
        digest(MONDAY.plus(Duration.ofDays(10)));
        digest(MONDAY.plus(Duration.ofDays(11)));
        digest(MONDAY.plus(Duration.ofDays(14)));
        assertEquals(1, told("Decisions from"));
        assertEquals(
                1,
                told("Decisions from 16 November 2026 to 30 November 2026: 1 decided"),
                stage.said(GENERAL).toString());
    }
}
