package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.WebApi;
import dev.tunewise.slack.fake.Workspace;
import dev.tunewise.slack.fake.Workspace.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team is told of its decisions in Slack: owner and dates, the log, summaries. */
class SlackMemoryTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String DECISIONS = "C0DECIDE";
    private static final String PRIVATE = "G0PRIVATE";

    private static final Instant SENDING = Instant.parse("2026-11-30T08:00:00Z");

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");
    private final Member bob = slack.member("U2", "Bob");

    SlackMemoryTest() {
        slack.channel(DECISIONS, "decisions", true);
        slack.channel(PRIVATE, "secret-plans", true);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Message conclude(String channel, String problem) {
        stage.slash(ana, channel, problem);
        Message root = slack.root(channel);
        ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
        stage.settle();
        return root;
    }

    private void say(Member member, Message root, String text) {
        member.deliver(member.say(root.channel(), root.ts(), text));
        stage.settle();
    }

    private LoggedDecision logged() {
        return stage.stores().conversations().list("slack", "T1", 1).getFirst().logged();
    }

    private String whisper() {
        return slack.workspace().whispers().getLast().blocks().toString();
    }

    @Test
    void ownerAndReviewAreSetInTheThreadInPlainWords() {
        Message root = conclude(GENERAL, "A hedge?");
        assertEquals(LoggedDecision.Status.DECIDED, logged().status());
        assertEquals(List.of("Ana"), logged().people());
        say(bob, root, "I own this, review in March 2027");
        assertEquals(new Author("U2", "Bob"), logged().followUp().owner());
        assertEquals(LocalDate.of(2027, 3, 1), logged().followUp().review());
        say(bob, root, "owner <@U1>");
        assertEquals(new Author("U1", "Ana"), logged().followUp().owner());
        assertNull(logged().followUp().left());
        String shown = slack.root(GENERAL).shown();
        assertTrue(shown.contains("Ana") && shown.contains("1 March 2027"), shown);
        assertFalse(stage.said(GENERAL).toString().contains("@U1"), "no ids are shown");
        say(ana, root, "we implemented this");
        assertEquals(LoggedDecision.Status.ACTED_ON, logged().status());
        say(ana, root, "outcome: quality 81 % to 92 %, cost $1,200 to $400 a month");
        assertTrue(
                stage.said(GENERAL).getLast().shown().contains("quality 81 % → 92 %"),
                stage.said(GENERAL).toString());
    }

    @Test
    void belowADirectMessageItIsSaidOfTheLastAnswer() {
        conclude(ana.direct(), "A hedge of my own?");
        ana.deliver(ana.say(ana.direct(), "", "I own this, review in March 2027"));
        stage.settle();
        assertEquals(1, stage.stores().conversations().list("slack", "T1", 5).size());
        assertEquals(LocalDate.of(2027, 3, 1), logged().followUp().review());
    }

    @Test
    void theLogIsAListWithFiltersAndLinks() {
        Message root = conclude(GENERAL, "A hedge against noise?");
        stage.slash(ana, GENERAL, "A second hedge?");
        say(bob, root, "I own this");
        conclude(PRIVATE, "A secret hedge?");

        stage.slash(ana, GENERAL, "log");
        assertTrue(whisper().contains("A hedge against noise?") && whisper().contains("A second hedge?"), whisper());
        assertTrue(whisper().contains("owner Bob") && whisper().contains("/archives/"), whisper());
        assertFalse(whisper().contains("secret"), whisper());
        stage.slash(ana, GENERAL, "log open");
        assertTrue(whisper().contains("A second hedge?") && !whisper().contains("noise"), whisper());
        stage.slash(bob, GENERAL, "log mine");
        assertTrue(whisper().contains("noise") && !whisper().contains("second"), whisper());
        stage.slash(ana, GENERAL, "log about SECOND hedge");
        assertTrue(whisper().contains("second") && !whisper().contains("noise"), whisper());
        stage.slash(ana, DECISIONS, "log all");
        assertTrue(whisper().contains("noise") && !whisper().contains("secret"), whisper());
        stage.slash(ana, PRIVATE, "log all");
        assertTrue(whisper().contains("noise") && whisper().contains("secret"), whisper());
        stage.slash(ana, GENERAL, "log superseded");
        assertTrue(whisper().contains("Nothing in the log fits"), whisper());
    }

    private long asked() {
        return slack.workspace().messages().stream()
                .filter(message -> message.shown().contains("time to look at this again"))
                .count();
    }

    @Test
    void onItsDayAReviewIsAskedInTheOldThread() {
        Message root = conclude(GENERAL, "A hedge?");
        say(bob, root, "review on 1 March 2027");
        assertEquals(0, stage.askForReviews());
        stage.time().pass(Duration.ofDays(101));
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertTrue(
                slack.workspace().thread(root.ts()).stream()
                        .anyMatch(message -> message.shown().contains("time to look at this again")),
                "it stands in the thread");
        assertEquals(0, stage.askForReviews());
        assertEquals(1, asked());
        Message question = slack.workspace().thread(root.ts()).stream()
                .filter(message -> message.shown().contains("time to look at this again"))
                .findFirst()
                .orElseThrow();
        ana.click(question, "It still holds");
        stage.settle();
        assertEquals(LoggedDecision.Status.REVISITED, logged().status());
    }

    @Test
    void aReviewInAnArchivedChannelOrADeletedThreadIsTriedOnceAndHarmsNothing() {
        for (String error : List.of("is_archived", "thread_not_found")) {
            Message root = conclude(GENERAL, "A hedge?");
            say(bob, root, "review on 1 March 2027");
            long before = asked();
            slack.api()
                    .trouble(method ->
                            method.startsWith("chat.") ? Optional.of(WebApi.Refusal.error(error)) : Optional.empty());
            Instant then = stage.time().instant();
            stage.time().pass(Duration.between(then, Instant.parse("2027-03-01T10:00:00Z")));
            assertEquals(1, stage.askForReviews(), error);
            stage.settle();
            assertEquals(0, stage.askForReviews(), error);
            assertEquals(before, asked(), error);
            assertEquals(0, stage.stores().outbox().waiting(), error + ": nothing is sent for ever");
            slack.api().trouble(_ -> Optional.empty());
            stage.time().pass(Duration.between(stage.time().instant(), then));
        }
    }

    private String told(String channel) {
        return stage.said(channel).stream().map(Message::shown).reduce("", (a, b) -> a + "\n" + b);
    }

    private void digests(Instant now) {
        stage.digests().send(now);
        stage.settle();
    }

    @Test
    void theDigestComesOnceAtTheHourThatTheChannelChose() {
        stage.slash(ana, DECISIONS, "digest weekly monday 9:00 Europe/Berlin");
        assertTrue(told(DECISIONS).contains("weekly Monday 09:00 Europe/Berlin"), told(DECISIONS));
        stage.slash(ana, DECISIONS, "settings");
        assertTrue(whisper().contains("weekly Monday 09:00 Europe/Berlin"), whisper());
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        slack.workspace().now(Instant.parse("2026-11-26T10:00:00Z"));
        stage.time().pass(Duration.ofDays(6));
        conclude(GENERAL, "A hedge against noise?");
        ana.say(GENERAL, slack.root(GENERAL).ts(), "<@U0BOT> review on 3 December 2026");
        stage.settle();
        stage.slash(ana, GENERAL, "A second hedge?");
        conclude(PRIVATE, "A secret hedge?");
        digests(SENDING.minusSeconds(1));
        assertFalse(told(DECISIONS).contains("Decisions from"), told(DECISIONS));
        digests(SENDING);
        digests(SENDING.plusSeconds(60));
        List<Message> sent = stage.said(DECISIONS).stream()
                .filter(message -> message.shown().contains("Decisions from"))
                .toList();
        assertEquals(1, sent.size(), told(DECISIONS));
        String digest = sent.getFirst().shown();
        assertTrue(digest.contains("1 decided, 1 still open") && digest.contains("noise"), digest);
        assertTrue(digest.contains("Missing: ") && digest.contains("Purpose"), digest);
        assertTrue(digest.contains("digest off"), digest);
        assertEquals(
                2,
                digest.split("build a wall", -1).length,
                "what is decided and to be looked at again is told in full once: " + digest);
        assertFalse(digest.contains("secret"), digest);
    }

    private void until(String moment) {
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse(moment)));
        slack.workspace().now(stage.time().instant());
    }

    private long digests() {
        return stage.said(GENERAL).stream()
                .filter(message -> message.shown().contains("Decisions from"))
                .count();
    }

    @Test
    void theHourStaysWhenTheClocksChange() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 Europe/Berlin");
        until("2027-03-24T10:00:00Z");
        conclude(GENERAL, "A hedge?");
        digests(Instant.parse("2027-03-29T06:59:59Z"));
        assertEquals(0, digests());
        digests(Instant.parse("2027-03-29T07:00:00Z"));
        digests(Instant.parse("2027-03-29T08:00:00Z"));
        assertEquals(1, digests());
        assertTrue(told(GENERAL).contains("Decisions from 22 March 2027 to 29 March 2027"), told(GENERAL));
    }

    @Test
    void whatIsDecidedOnTheLastOfAMonthIsInItsDigest() {
        stage.slash(ana, GENERAL, "digest monthly 9:00 Europe/Berlin");
        until("2027-01-31T22:30:00Z");
        conclude(GENERAL, "A hedge against noise?");
        digests(Instant.parse("2027-02-01T07:59:59Z"));
        assertEquals(0, digests());
        digests(Instant.parse("2027-02-01T08:00:00Z"));
        assertEquals(1, digests());
        assertTrue(told(GENERAL).contains("Decisions from 1 January 2027 to 1 February 2027"), told(GENERAL));
        until("2027-02-28T10:00:00Z");
        digests(Instant.parse("2027-03-01T08:00:00Z"));
        assertEquals(1, digests(), "nothing was decided in February");
    }

    @Test
    void quietWeeksSendNothingAndOffIsOff() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 Europe/Berlin");
        conclude(GENERAL, "A hedge?");
        digests(SENDING.plus(Duration.ofDays(70)));
        assertFalse(told(GENERAL).contains("Decisions from"), told(GENERAL));
        stage.slash(ana, GENERAL, "digest off");
        digests(SENDING);
        assertFalse(told(GENERAL).contains("Decisions from"), told(GENERAL));
        stage.slash(ana, GENERAL, "digest every now and then");
        assertFalse(told(GENERAL).contains("Decisions from"));
    }

    @Test
    void whatNobodyTouchedSinceTheLastDigestSendsNoOther() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        stage.slash(ana, GENERAL, "reminder 3 days");
        until("2026-11-25T10:00:00Z");
        stage.slash(ana, GENERAL, "A hedge of which nobody says more?");
        Message root = conclude(GENERAL, "A hedge?");
        until("2026-11-25T11:00:00Z");
        say(ana, root, "review on 3 December 2026");
        digests(Instant.parse("2026-11-30T09:00:00Z"));
        assertEquals(1, digests());
        reminders(Instant.parse("2026-12-02T09:00:00Z"));
        assertEquals(1, reminded(GENERAL));
        until("2026-12-03T10:00:00Z");
        assertEquals(1, stage.askForReviews());
        stage.settle();
        for (String monday : List.of("2026-12-07", "2026-12-14", "2026-12-21")) {
            digests(Instant.parse(monday + "T09:00:00Z"));
        }
        assertEquals(1, digests(), "what was told and what we said ourselves is nothing that happened");
        until("2026-12-23T10:00:00Z");
        say(ana, root, "review on 1 January 2027");
        digests(Instant.parse("2026-12-28T09:00:00Z"));
        assertEquals(2, digests(), "somebody came");
        assertTrue(told(GENERAL).contains("1 still open, 1 to be looked at again"), told(GENERAL));
    }

    @Test
    void aDigestTellsNothingOfARoomThatTurnedPrivate() {
        slack.workspace().admin("U1");
        stage.slash(ana, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, DECISIONS, "digest weekly monday 9:00 UTC");
        until("2026-11-26T10:00:00Z");
        conclude(GENERAL, "A hedge?");
        slack.workspace().close(GENERAL);
        digests(SENDING.plusSeconds(3600));
        assertFalse(told(DECISIONS).contains("Decisions from"), told(DECISIONS));
    }

    @Test
    void whatWasStoppedAfterItsReminderPromisesNoOther() {
        stage.slash(ana, GENERAL, "reminder 3 days");
        stage.slash(ana, GENERAL, "A hedge?");
        Instant opened = stage.time().instant();
        reminders(opened.plus(Duration.ofDays(4)));
        Message root = stage.said(GENERAL).stream()
                .filter(message -> message.thread().isEmpty() && message.shown().contains("A hedge?"))
                .findFirst()
                .orElseThrow();
        slack.workspace().now(opened.plus(Duration.ofDays(4)));
        stage.slash(ana, GENERAL, "stop");
        say(ana, root, "<@U0BOT> Later.");
        assertTrue(whisper().contains("no reminder comes"), whisper());
        reminders(opened.plus(Duration.ofDays(30)));
        assertEquals(1, reminded(GENERAL));
    }

    @Test
    void whereADigestCannotBePostedTheSettingsSaySo() {
        stage.slash(ana, DECISIONS, "digest weekly monday 9:00 UTC");
        stage.slash(ana, GENERAL, "summary-channel <#C0DECIDE|decisions>");
        slack.workspace().now(Instant.parse("2026-11-26T10:00:00Z"));
        stage.time().pass(Duration.ofDays(6));
        conclude(GENERAL, "A hedge?");
        slack.workspace().channel(DECISIONS).orElseThrow().members().remove(FakeSlack.BOT);
        int before = stage.said(GENERAL).size();
        digests(SENDING.plusSeconds(3600));
        stage.time().pass(Duration.ofHours(2));
        stage.settle();
        assertEquals(before, stage.said(GENERAL).size(), "the thread has nothing to do with it");
        slack.workspace().channel(DECISIONS).orElseThrow().members().add(FakeSlack.BOT);
        stage.slash(ana, DECISIONS, "settings");
        assertTrue(whisper().contains("could not be posted"), whisper());
    }

    @Test
    void aChannelThatTurnedPrivateIsNotToldOfElsewhere() throws Exception {
        slack.workspace().admin("U1");
        stage.slash(ana, GENERAL, "workspace summary-channel <#C0DECIDE|decisions>");
        stage.slash(ana, DECISIONS, "digest weekly monday 9:00 UTC");
        slack.workspace().now(Instant.parse("2026-11-26T10:00:00Z"));
        stage.time().pass(Duration.ofDays(6));
        conclude(GENERAL, "A hedge?");
        slack.workspace().close(GENERAL);
        // What Slack said of channels is known for two minutes; a process that starts again asks.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stage later = stage.successor("later", threads);
            ana.slash(DECISIONS, "log all");
            later.settle();
            assertFalse(whisper().contains("A hedge?"), whisper());
            later.digests().send(SENDING.plusSeconds(3600));
            later.settle();
            assertFalse(told(DECISIONS).contains("Decisions from"), told(DECISIONS));
        }
    }

    @Test
    void anArchivedChannelIsLeftAlone() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        slack.workspace().now(Instant.parse("2026-11-26T10:00:00Z"));
        stage.time().pass(Duration.ofDays(6));
        conclude(GENERAL, "A hedge?");
        slack.workspace().archive(GENERAL);
        digests(SENDING.plusSeconds(3600));
        stage.time().pass(Duration.ofHours(2));
        digests(SENDING.plusSeconds(7200));
        assertEquals(0, stage.stores().outbox().waiting());
        assertFalse(told(GENERAL).contains("Decisions from"));
    }

    @Test
    void aReviewInAnArchivedChannelOrOneWithoutUsIsShownAsWaitingAndAskedOnceTheChannelTakesPostsAgain() {
        for (boolean archived : List.of(true, false)) {
            Message root = conclude(GENERAL, archived ? "A hedge?" : "Another hedge?");
            say(bob, root, "review on 1 " + (archived ? "March" : "May") + " 2027");
            close(archived, true);
            Instant day = Instant.parse(archived ? "2027-03-01T10:00:00Z" : "2027-05-01T10:00:00Z");
            slack.workspace().now(day);
            stage.time().pass(Duration.between(stage.time().instant(), day));
            stage.chosen().directory().forget(logged(root).address());
            int before = (int) asked();
            assertEquals(0, stage.askForReviews());
            String csv = DecisionLogFile.at("http://here", null, stage.chosen().directory())
                    .csv(List.of(logged(root)));
            String why = "that review cannot be asked for now: "
                    + (archived ? "the channel is archived" : "Tunewise is not in the channel");
            assertTrue(csv.contains(why), csv);
            close(archived, false);
            stage.chosen().directory().forget(logged(root).address());
            assertEquals(1, stage.askForReviews());
            stage.settle();
            assertEquals(before + 1, asked());
            assertEquals(0, stage.askForReviews(), "once");
        }
    }

    /** What is known of a channel is up to two minutes old. */
    private void close(boolean archived, boolean now) {
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

    private ConversationSummary logged(Message root) {
        return stage.stores().conversations().list("slack", "T1", 10).stream()
                .filter(each -> each.address().thread().equals(root.ts()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoLeftIsNamedAndNeitherCalledNorWaitedFor() {
        stage.slash(ana, GENERAL, "digest weekly monday 9:00 UTC");
        slack.workspace().now(Instant.parse("2026-11-26T10:00:00Z"));
        stage.time().pass(Duration.ofDays(6));
        Message root = conclude(GENERAL, "A hedge?");
        say(bob, root, "I own this, review on 1 March 2027");
        slack.workspace().leave("U2");
        digests(SENDING.plusSeconds(3600));
        assertTrue(told(GENERAL).contains("Decisions from") && told(GENERAL).contains("owner Bob"), told(GENERAL));
        digests(SENDING.plus(Duration.ofDays(7)).plusSeconds(3600));
        assertEquals(3, told(GENERAL).split(" has left\"", -1).length, "in one digest: " + told(GENERAL));
        assertTrue(
                told(GENERAL).contains(" question here. Whoever takes it over says “I own this” in its thread."),
                told(GENERAL));
        slack.workspace().now(Instant.parse("2027-03-01T10:00:00Z"));
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse("2027-03-01T10:00:00Z")));
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertEquals(1, asked());
        assertTrue(
                told(GENERAL).contains(", who owned this, has left. Whoever takes it over says “I own this”."),
                told(GENERAL));
        assertFalse(told(GENERAL).contains("<@U2>"), told(GENERAL));
        assertEquals(0, stage.stores().outbox().waiting());
        say(ana, root, "I own this");
        assertEquals(new Author("U1", "Ana"), logged().followUp().owner());
        assertNull(logged().followUp().left());
    }

    @Test
    void whatSomebodySawToIsMarkedOnceSlackSaysThatTheyLeftAndRemindersCallNobody() {
        stage.slash(ana, GENERAL, "reminder 3 days");
        Message decided = conclude(GENERAL, "A hedge?");
        say(bob, decided, "I own this");
        stage.slash(ana, GENERAL, "A second hedge?");
        Message open = stage.said(GENERAL).stream()
                .filter(message -> message.shown().contains("A second hedge?"))
                .findFirst()
                .orElseThrow();
        say(bob, open, "I own this");
        for (boolean deleted : List.of(false, true)) {
            assertNull(logged(decided).logged().followUp().left());
            JsonObject user = new JsonObject();
            user.addProperty("id", "U2");
            user.addProperty("deleted", deleted);
            JsonObject event = new JsonObject();
            event.addProperty("type", "user_change");
            event.add("user", user);
            assertEquals(200, slack.event(event));
            stage.settle();
        }
        String file = DecisionLogFile.at("http://here", null, stage.chosen().directory())
                .markdown(List.of(logged(decided), logged(open)));
        assertEquals(3, file.split("Bob, who has left", -1).length, file);
        stage.slash(ana, GENERAL, "log");
        assertTrue(whisper().contains("owner Bob, who has left"), whisper());
        reminders(stage.time().instant().plus(Duration.ofDays(4)));
        assertEquals(1, reminded(GENERAL));
        assertFalse(told(GENERAL).contains("<@U2>"), told(GENERAL));
        say(bob, decided, "review on 1 March 2027");
        assertNotNull(
                logged(decided).logged().followUp().left(),
                "until the owner is another one, or Slack knows them again");
    }

    private void reminders(Instant now) {
        stage.reminders().remind(now);
        stage.settle();
    }

    private long reminded(String channel) {
        return stage.said(channel).stream()
                .filter(message -> message.shown().contains("with a question open"))
                .count();
    }

    @Test
    void whatStalledIsRemindedOfOnceThenSilence() {
        stage.slash(ana, GENERAL, "reminder 3 days");
        stage.slash(ana, GENERAL, "A hedge?");
        Instant opened = stage.time().instant();
        reminders(opened.plus(Duration.ofDays(2)));
        assertEquals(0, reminded(GENERAL));
        for (int day = 4; day < 40; day += 4) {
            reminders(opened.plus(Duration.ofDays(day)));
        }
        assertEquals(1, reminded(GENERAL), "once, then silence");
        assertTrue(
                stage.said(GENERAL).getLast().shown().contains("What is the hedge for?"),
                stage.said(GENERAL).toString());
        assertEquals(List.of("Ana"), logged().people(), "the service takes no part");
        Message root = stage.said(GENERAL).stream()
                .filter(message -> message.thread().isEmpty() && message.shown().contains("A hedge?"))
                .findFirst()
                .orElseThrow();
        slack.workspace().now(opened.plus(Duration.ofDays(40)));
        say(ana, root, "later");
        reminders(opened.plus(Duration.ofDays(41)));
        assertEquals(1, reminded(GENERAL));
        reminders(opened.plus(Duration.ofDays(44)));
        reminders(opened.plus(Duration.ofDays(60)));
        assertEquals(2, reminded(GENERAL));
        say(ana, root, "no more reminders");
        reminders(opened.plus(Duration.ofDays(90)));
        assertEquals(2, reminded(GENERAL));
    }

    @Test
    void nobodyIsRemindedOfWhatRestsIsDecidedOrWasNotAskedFor() {
        stage.slash(ana, DECISIONS, "A hedge of another channel?");
        stage.slash(ana, GENERAL, "reminder 3 days");
        stage.slash(ana, GENERAL, "A hedge?");
        stage.slash(ana, GENERAL, "stop");
        conclude(GENERAL, "Another hedge?");
        reminders(stage.time().instant().plus(Duration.ofDays(30)));
        assertEquals(0, reminded(GENERAL) + reminded(DECISIONS));
    }

    @Test
    void theFirstAnswerIsShownToTheChannelWhereThatWasChosen() {
        conclude(GENERAL, "A hedge?");
        assertEquals(List.of(), slack.workspace().broadcasts());
        stage.slash(ana, GENERAL, "broadcast on");
        conclude(GENERAL, "A second hedge?");
        assertEquals(1, slack.workspace().broadcasts().size());
    }
}
