package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where summaries go in Teams, and where not. */
class TeamsSummaryPlacesTest {
    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member owner = stage.member("29:owner", "Olga");

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String say(Member member, String text) {
        String thread = member.post(FakeTeams.CHANNEL, text);
        stage.settle();
        return thread;
    }

    private void conclude() {
        stage.conclude(ana, "A hedge?");
    }

    @Test
    void ownersOfTheTeamSetWhatHoldsForItAndEverybodyConcernedIsTold() {
        assertTrue(stage.shown(say(ana, "workspace summary-channel Decisions")).contains("only its admins"));
        say(owner, "workspace summary-channel Decisions");
        assertTrue(stage.shown(FakeTeams.DECISIONS).contains("Olga chose"), stage.shown(FakeTeams.DECISIONS));
        conclude();
        assertTrue(stage.shown(FakeTeams.DECISIONS).contains("build a wall"));
        assertTrue(stage.shown(say(ana, "settings")).contains("Chosen by Olga on 20 November 2026"));
    }

    @Test
    void whatIsPrivateStaysThereUntilSomebodyThereAsksForMore() {
        teams.channelType(FakeTeams.CHANNEL, "private");
        say(owner, "workspace summary-channel Decisions");
        conclude();
        assertFalse(stage.shown(FakeTeams.DECISIONS).contains("build a wall"));
        say(ana, "summary-channel Decisions");
        conclude();
        assertTrue(stage.shown(FakeTeams.DECISIONS).contains("build a wall"));
        assertFalse(stage.shown(FakeTeams.DECISIONS).contains("Models"), "the name of a private channel stays there");
    }

    @Test
    void whatIsSaidAfterAChannelTurnedPrivateStaysThere() {
        say(owner, "workspace summary-channel Decisions");
        String thread = stage.conclude(ana, "A hedge?");
        String before = stage.shown(FakeTeams.DECISIONS);
        assertTrue(before.contains("build a wall"), before);
        teams.channelType(FakeTeams.CHANNEL, "private");
        ana.mention(thread, "I own this, review in March 2027");
        stage.settle();
        assertTrue(stage.shown(thread).contains("1 March 2027"), "heard in the channel itself");
        stage.conclude(ana, "A second hedge?");
        assertEquals(before, stage.shown(FakeTeams.DECISIONS), "nothing posted, nothing edited");
        assertEquals(0, stage.stores().outbox().waiting());
        String log = ana.post(FakeTeams.DECISIONS, "log all");
        stage.settle();
        assertTrue(stage.shown(log).contains("Nothing in the log fits"), stage.shown(log));
    }

    @Test
    void whereTheSummaryCannotBePostedThreadSettingsAndLogSaySo() {
        say(ana, "summary-channel Decisions");
        teams.archive(FakeTeams.DECISIONS);
        String thread = stage.conclude(ana, "A hedge?");
        stage.time().pass(Duration.ofHours(2));
        stage.settle();
        assertTrue(stage.shown(thread).contains("summary could not be posted"), stage.shown(thread));
        assertFalse(stage.shown(thread).contains("ChannelArchived"), "in words, without codes");
        for (String command : List.of("settings", "log")) {
            String shown = stage.shown(say(ana, command));
            assertTrue(shown.contains("could not be posted"), shown);
        }
        ana.mention(thread, "I own this");
        stage.settle();
        assertEquals(
                1,
                teams.in(thread).stream()
                        .filter(message -> message.shown().contains("summary could not be posted"))
                        .count(),
                "once for a thread, however often the summary changes");
        assertEquals(0, stage.stores().outbox().waiting(), "nothing is sent for ever");
    }

    @Test
    void whoPostsByHandSeesTheSummaryAloneFirst() {
        say(ana, "summary-channel Decisions");
        String thread = stage.conclude(ana, "A hedge?");
        ana.mention(thread, "summary");
        stage.settle();
        FakeTeams.Message seen = teams.in(thread).getLast();
        assertEquals("29:ana", seen.person(), "for her alone");
        assertTrue(seen.shown().contains("Took part") && seen.shown().contains("stands in the channel"), seen.shown());
    }

    @Test
    void uninstallingDeletesWhatTheTeamHadAfterAMonthAndNothingElse() {
        say(ana, "summary-channel Decisions");
        conclude();
        ana.say("a:personal-ana", "A hedge of my own?");
        stage.settle();
        assertEquals(2, stage.digests().size(), stage.shown("a:personal"));
        ana.remove(FakeTeams.CHANNEL);
        stage.settle();
        stage.forgetDeleted();
        assertEquals(2, stage.digests().size(), "it may have been a mistake");
        stage.time().pass(Duration.ofDays(31));
        teams.channelType(FakeTeams.TEAM, "deleted");
        stage.forgetDeleted();
        assertEquals(1, stage.digests().size(), "her own chat with the bot stays");
        ana.remove("a:personal-ana");
        stage.settle();
        assertEquals(0, stage.digests().size());
    }

    @Test
    void offStaysOff() {
        say(ana, "summary-channel off");
        say(owner, "workspace summary-channel Decisions");
        conclude();
        assertFalse(stage.shown(FakeTeams.DECISIONS).contains("build a wall"));
    }

    @Test
    void channelsSharedWithOthersSeeNoCostsUnlessAllowed() {
        teams.channelType(FakeTeams.CHANNEL, "shared");
        assertTrue(stage.shown(say(ana, "A hedge?")).contains("shared with another organisation"));
        say(owner, "workspace shared-costs on");
        assertTrue(stage.shown(say(ana, "A hedge?")).contains("What is the hedge for?"));
    }
}
