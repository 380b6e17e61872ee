package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
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
    void uninstallingDeletesWhatTheTeamHadAndNothingElse() {
        say(ana, "summary-channel Decisions");
        conclude();
        ana.say("a:personal-ana", "A hedge of my own?");
        stage.settle();
        assertEquals(2, stage.digests().size(), stage.shown("a:personal"));
        ana.remove(FakeTeams.CHANNEL);
        stage.settle();
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
