package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.ShippedMachine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team is told of its decisions in Teams: owner and dates, the log, summaries. */
class TeamsMemoryTest {
    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member bob = stage.member("29:bob", "Bob");

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String post(Member member, String text) {
        String thread = member.post(FakeTeams.CHANNEL, text);
        stage.settle();
        return thread;
    }

    private String conclude(String problem) {
        return stage.conclude(ana, problem);
    }

    private LoggedDecision logged() {
        return stage.digest().logged();
    }

    @Test
    void ownerAndReviewAreSetInTheThreadInPlainWords() {
        String thread = conclude("A hedge?");
        assertEquals(LoggedDecision.Status.DECIDED, logged().status());
        bob.say(thread, "I own this, review in March");
        stage.settle();
        assertEquals(new Author("29:bob", "Bob"), logged().followUp().owner());
        assertEquals(LocalDate.of(2027, 3, 1), logged().followUp().review());
        ObjectNode mention = bob.activity("message", thread);
        mention.put("id", "1700000099999").put("text", "owner is <at>Ana</at>");
        ObjectNode entity =
                mention.putArray("entities").addObject().put("type", "mention").put("text", "<at>Ana</at>");
        entity.putObject("mentioned").put("id", "29:ana").put("name", "Ana");
        bob.send(mention);
        stage.settle();
        assertEquals(new Author("29:ana", "Ana"), logged().followUp().owner());
        assertTrue(stage.shown(thread).contains("1 March 2027"), stage.shown(thread));
        assertFalse(stage.shown(thread).contains("29:"), "no ids are shown");
        bob.say(thread, "we implemented this");
        stage.settle();
        assertEquals(LoggedDecision.Status.ACTED_ON, logged().status());
        bob.mention(thread, "undo");
        stage.settle();
        assertEquals(LoggedDecision.Status.DECIDED, logged().status());
        assertTrue(stage.shown(thread).contains("no longer noted that this was acted on"), stage.shown(thread));
        bob.say(thread, "it still holds");
        stage.settle();
        assertEquals(LoggedDecision.Status.REVISITED, logged().status());
    }

    @Test
    void figuresOfADecidedCaseAreHeardWithoutAMention() {
        stage.follow(ShippedMachine.listening());
        String thread = post(
                ana,
                "Our ticket classifier sends 12 % of 50,000 tickets a day to the wrong queue. It runs on Claude Sonnet"
                        + " 4.6 in production, quality is 88 %, we need 91 %. We have 800 verified labelled examples in 18"
                        + " classes. We tried few-shot and structured output. Should we fine-tune?");
        ana.mention(thread, "answer now");
        stage.settle();
        int before = teams.in(thread).size();
        bob.say(thread, "my train is 20 minutes late, lunch at 12?");
        stage.settle();
        assertEquals(before, teams.in(thread).size(), stage.shown(thread));
        ana.say(thread, "2,000 a day after all");
        stage.settle();
        assertTrue(stage.shown(thread).contains("Volume changed from 50,000"), stage.shown(thread));
    }

    @Test
    void inAChatWithoutThreadsItIsSaidOfTheLastAnswer() {
        String chat = "a:personal-ana";
        for (String said : List.of("A hedge of my own?", "noise", "I own this, review in March", "summary")) {
            ana.say(chat, said);
            stage.settle();
        }
        assertEquals(1, stage.digests().size(), stage.shown(chat));
        assertEquals(LocalDate.of(2027, 3, 1), logged().followUp().review());
        assertTrue(stage.shown(chat).contains("Took part"), stage.shown(chat));
    }

    @Test
    void whatStandsAgainIsToldWhereItWasToldToStandNoMore() {
        post(ana, "summary-channel Decisions");
        String thread = conclude("A hedge?");
        for (String said : List.of("change purpose to privacy", "undo")) {
            bob.mention(thread, said);
            stage.settle();
        }
        String told = stage.shown(FakeTeams.DECISIONS);
        assertTrue(told.contains("stands no more") && told.contains("stands again: **No. Against noise"), told);
    }

    @Test
    void theLogIsAListWithFiltersAndLinks() {
        conclude("A hedge against noise?");
        post(ana, "A second hedge?");
        String log = post(ana, "log");
        assertTrue(
                stage.shown(log).contains("A hedge against noise?")
                        && stage.shown(log).contains("A second hedge?"),
                stage.shown(log));
        assertTrue(stage.shown(log).contains("https://teams.microsoft.com/l/message/"), stage.shown(log));
        String decided = post(ana, "log decided");
        assertTrue(
                stage.shown(decided).contains("noise") && !stage.shown(decided).contains("second"),
                stage.shown(decided));
        teams.channelType(FakeTeams.CHANNEL, "private");
        assertTrue(stage.shown(post(ana, "log all")).contains("noise"));
        ana.say("a:personal-ana", "log all");
        stage.settle();
        assertTrue(stage.shown("a:personal-ana").contains("Nothing in the log fits"), stage.shown("a:personal-ana"));
    }

    @Test
    void onItsDayAReviewIsAskedInTheOldThread() {
        String thread = conclude("A hedge?");
        bob.say(thread, "review on 1 March 2027");
        stage.settle();
        assertEquals(0, stage.askForReviews());
        stage.time().pass(Duration.ofDays(101));
        assertEquals(1, stage.askForReviews());
        stage.settle();
        Message question = teams.in(thread).stream()
                .filter(message -> message.shown().contains("time to look at this again"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, stage.askForReviews());
        bob.click(question, "It still holds", Map.of());
        stage.settle();
        assertEquals(LoggedDecision.Status.REVISITED, logged().status());
    }

    @Test
    void aReviewWhereNothingCanBeWrittenAnyMoreIsTriedOnceAndHarmsNothing() {
        String thread = conclude("A hedge?");
        bob.say(thread, "review on 1 March 2027");
        stage.settle();
        stage.time().pass(Duration.ofDays(101));
        for (int i = 0; i < 10; i++) {
            teams.next(FakeTeams.Fault.refused(i % 2 == 0 ? "BotNotInConversationRoster" : "ConversationNotFound"));
        }
        assertEquals(1, stage.askForReviews());
        stage.settle();
        assertEquals(0, stage.askForReviews());
        assertEquals(0, stage.stores().outbox().waiting());
    }

    @Test
    void theDigestComesOnceAtTheHourThatTheChannelChose() {
        assertTrue(stage.shown(post(ana, "digest weekly monday 9:00 Europe/Berlin"))
                .contains("weekly Monday 09:00"));
        stage.time().pass(Duration.ofDays(6));
        conclude("A hedge against noise?");
        post(ana, "A second hedge?");
        for (int i = 0; i < 3; i++) {
            stage.digestService().send(Instant.parse("2026-11-30T08:00:00Z").plusSeconds(60 * i));
            stage.settle();
        }
        List<Message> sent = teams.messages().stream()
                .filter(message -> message.shown().contains("Decisions from"))
                .toList();
        assertEquals(1, sent.size(), sent.toString());
        String digest = sent.getFirst().shown();
        assertTrue(digest.contains("noise") && digest.contains("**Still open:** 1"), digest);
        assertTrue(sent.getFirst().conversation().startsWith(FakeTeams.CHANNEL), sent.toString());
    }

    private long digests(String moment) {
        stage.digestService().send(Instant.parse(moment));
        stage.settle();
        return teams.messages().stream()
                .filter(message -> message.shown().contains("Decisions from"))
                .count();
    }

    private void until(String moment) {
        stage.time().pass(Duration.between(stage.time().instant(), Instant.parse(moment)));
    }

    @Test
    void theHourStaysWhenTheClocksChange() {
        post(ana, "digest weekly monday 9:00 Europe/Berlin");
        until("2027-03-24T10:00:00Z");
        conclude("A hedge?");
        assertEquals(0, digests("2027-03-29T06:59:59Z"));
        assertEquals(1, digests("2027-03-29T07:00:00Z"));
        assertEquals(1, digests("2027-03-29T08:00:00Z"));
    }

    @Test
    void whatIsDecidedOnTheLastOfAMonthIsInItsDigest() {
        post(ana, "digest monthly 9:00 Europe/Berlin");
        until("2027-01-31T22:30:00Z");
        conclude("A hedge against noise?");
        assertEquals(0, digests("2027-02-01T07:59:59Z"));
        assertEquals(1, digests("2027-02-01T08:00:00Z"));
        assertEquals(1, digests("2027-03-01T08:00:00Z"), "nothing was decided in February");
    }

    @Test
    void whatStalledIsRemindedOfOnceThenSilence() {
        post(ana, "reminder 3 days");
        String thread = post(ana, "A hedge?");
        Instant opened = stage.time().instant();
        for (int day = 2; day < 40; day += 2) {
            stage.reminders().remind(opened.plus(Duration.ofDays(day)));
            stage.settle();
            if (day == 2) {
                assertFalse(stage.shown(thread).contains("with a question open"), stage.shown(thread));
            }
        }
        assertEquals(
                1,
                teams.messages().stream()
                        .filter(message -> message.shown().contains("with a question open"))
                        .count(),
                stage.shown(thread));
        bob.say(thread, "stop reminding us");
        stage.settle();
        assertTrue(stage.shown(thread).contains("no more reminders about this"), stage.shown(thread));
    }
}
