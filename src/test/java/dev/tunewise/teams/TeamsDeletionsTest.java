package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is deleted in Teams leaves what we keep and what we posted. */
class TeamsDeletionsTest {
    private static final String PERSONAL = "a:personal-ana";

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String kept() {
        String id = stage.digests().getFirst().id();
        return stage.turns().find(id).orElseThrow() + " " + stage.turns().posts(id) + stage.digests();
    }

    private String answers() {
        return stage.turns()
                .see(stage.digests().getFirst().id())
                .orElseThrow()
                .state()
                .answers()
                .toString();
    }

    @Test
    void aDeletedMessageIsTakenBackAndItsWordsAreGone() {
        for (String place : List.of(ana.post(FakeTeams.CHANNEL, "A hedge?"), PERSONAL)) {
            if (place.equals(PERSONAL)) {
                ana.say(place, "A hedge?");
            }
            stage.settle();
            String message = ana.mention(place, "Project Quagga: it is 30 metres long");
            stage.settle();
            assertTrue(answers().contains("value=30") && kept().contains("Quagga"), kept());
            ana.delete(place, message);
            stage.settle();
            assertFalse(answers().contains("value=30"), answers());
            assertFalse(kept().contains("Quagga"), kept());
            assertTrue(teams.in(place).stream().noneMatch(said -> said.shown().contains("Quagga")));
            assertEquals(
                    1,
                    teams.in(place).stream()
                            .filter(said -> said.shown().contains("A message of Ana was deleted"))
                            .count());
        }
    }

    @Test
    void aDeletedChannelIsNoLongerWhereSummariesGo() {
        Member owner = stage.member("29:owner", "Olga");
        owner.post(FakeTeams.CHANNEL, "workspace summary-channel Decisions");
        ana.post(FakeTeams.CHANNEL, "summary-channel Decisions");
        stage.settle();
        ana.deletePlace("channelDeleted", FakeTeams.DECISIONS);
        stage.settle();
        int before = teams.in(FakeTeams.DECISIONS).size();
        String settings = ana.post(FakeTeams.CHANNEL, "settings");
        stage.settle();
        String shown = stage.shown(settings);
        assertTrue(shown.contains("go nowhere: the channel that was chosen for them was deleted"), shown);
        assertTrue(shown.contains("For the workspace: the channel that was chosen for summaries was deleted"), shown);
        assertFalse(shown.contains("Decisions"), shown);
        stage.conclude(ana, "A hedge?");
        assertEquals(before, teams.in(FakeTeams.DECISIONS).size());
    }

    @Test
    void theLogOfOtherChannelsOutlivesADeletedOne() {
        stage.conclude(ana, "A hedge of the channel that goes?");
        ana.post(FakeTeams.DECISIONS, "A hedge that stays?");
        stage.settle();
        teams.channelType(FakeTeams.CHANNEL, "deleted");
        ana.deletePlace("channelDeleted", FakeTeams.CHANNEL);
        stage.settle();
        String log = ana.post(FakeTeams.DECISIONS, "log all");
        stage.settle();
        assertTrue(stage.shown(log).contains("A hedge that stays?"), stage.shown(log));
        assertFalse(stage.shown(log).contains("the channel that goes"), stage.shown(log));
        assertTrue(stage.shown(log).contains("1 consultation went with a channel that was deleted"), stage.shown(log));
        assertTrue(stage.shown(log).contains("Whoever restores the channel until"), stage.shown(log));
        String here = ana.post(FakeTeams.DECISIONS, "log");
        stage.settle();
        assertFalse(stage.shown(here).contains("was deleted"), stage.shown(here));
        stage.time().pass(Duration.ofDays(100));
        String later = ana.post(FakeTeams.DECISIONS, "log all");
        stage.settle();
        assertFalse(stage.shown(later).contains("was deleted"), stage.shown(later));
    }

    @Test
    void aRestoredChannelHasItsLogAgainAndSummariesGoThereAgain() {
        ana.post(FakeTeams.DECISIONS, "summary-channel here");
        stage.settle();
        String thread = stage.conclude(ana, "A hedge of the channel that goes?");
        ana.post(FakeTeams.DECISIONS, "A hedge that stays?");
        ana.post(FakeTeams.DECISIONS, "summary-channel Models");
        stage.settle();
        ana.deletePlace("channelDeleted", FakeTeams.CHANNEL);
        teams.channelType(FakeTeams.CHANNEL, "deleted");
        stage.settle();
        String away = ana.post(FakeTeams.DECISIONS, "log all");
        stage.settle();
        assertFalse(stage.shown(away).contains("the channel that goes"), stage.shown(away));
        teams.channelType(FakeTeams.CHANNEL, "standard");
        ana.deletePlace("channelRestored", FakeTeams.CHANNEL);
        stage.settle();
        stage.time().pass(Duration.ofDays(40));
        stage.forgetDeleted();
        for (String channel : List.of(FakeTeams.CHANNEL, FakeTeams.DECISIONS)) {
            String log = ana.post(channel, "log all");
            stage.settle();
            assertTrue(stage.shown(log).contains("the channel that goes"), stage.shown(log));
            assertFalse(stage.shown(log).contains("was deleted"), stage.shown(log));
        }
        String settings = ana.post(FakeTeams.DECISIONS, "settings");
        stage.settle();
        assertFalse(stage.shown(settings).contains("was deleted"), stage.shown(settings));
        assertFalse(thread.isEmpty());
    }

    @Test
    void aDeletedChannelIsForgottenOnceNobodyCanRestoreItAndATeamThatIsDeletedForGoodAtOnce() {
        ana.post(FakeTeams.CHANNEL, "A hedge?");
        stage.settle();
        ana.deletePlace("channelDeleted", "19:other@thread.tacv2");
        stage.settle();
        assertEquals(1, stage.digests().size());
        ana.deletePlace("channelDeleted", FakeTeams.CHANNEL);
        stage.settle();
        stage.forgetDeleted();
        assertEquals(1, stage.digests().size(), "Teams would restore it");
        stage.time().pass(Duration.ofDays(31));
        teams.channelType(FakeTeams.CHANNEL, "deleted");
        stage.forgetDeleted();
        assertEquals(0, stage.digests().size());
        ana.post(FakeTeams.CHANNEL, "Another hedge?");
        stage.settle();
        ana.deletePlace("teamHardDeleted", FakeTeams.CHANNEL);
        stage.settle();
        assertEquals(0, stage.digests().size());
    }

    @Test
    void whatFallsDueInADeletedChannelIsAskedOnceTheChannelIsRestored() {
        List.of("reminder 3 days", "digest weekly monday 9:00 UTC").forEach(said -> ana.post(FakeTeams.CHANNEL, said));
        String decided = stage.conclude(ana, "A hedge against noise?");
        ana.say(decided, "review on 1 December 2026");
        String open = ana.post(FakeTeams.CHANNEL, "A second hedge?");
        stage.settle();
        ana.deletePlace("channelDeleted", FakeTeams.CHANNEL);
        stage.settle();
        int before = teams.messages().size();
        stage.time().pass(Duration.ofDays(11));
        due();
        assertEquals(before, teams.messages().size(), "nothing is said where nobody hears it");
        assertEquals(LocalDate.of(2026, 12, 1), review(), "the log shows that it is due");
        ana.deletePlace("channelRestored", FakeTeams.CHANNEL);
        stage.settle();
        due();
        assertTrue(stage.shown(decided).contains("time to look at this again"), stage.shown(decided));
        assertTrue(stage.shown(open).contains("with a question open"), stage.shown(open));
        assertEquals(
                1,
                teams.messages().stream()
                        .filter(message -> message.shown().contains("Decisions from"))
                        .count());
        int after = teams.messages().size();
        due();
        assertEquals(after, teams.messages().size(), "once");
    }

    @Test
    void aReviewInAnArchivedTeamIsShownAsWaitingAndAskedOnceTheTeamIsInUseAgain() {
        String decided = stage.conclude(ana, "A hedge against noise?");
        ana.say(decided, "review on 1 December 2026");
        stage.settle();
        teams.archive(FakeTeams.CHANNEL);
        ana.deletePlace("teamArchived", FakeTeams.CHANNEL);
        stage.settle();
        stage.time().pass(Duration.ofDays(11));
        due();
        assertEquals(LocalDate.of(2026, 12, 1), review());
        String file = DecisionLogFile.at("http://here", null, stage.chosen().directory())
                .markdown(stage.digests());
        assertTrue(file.contains("that review cannot be asked for now: the channel is archived"), file);
        teams.unarchive(FakeTeams.CHANNEL);
        ana.deletePlace("teamUnarchived", FakeTeams.CHANNEL);
        stage.settle();
        due();
        assertTrue(stage.shown(decided).contains("time to look at this again"), stage.shown(decided));
        int after = teams.messages().size();
        due();
        assertEquals(after, teams.messages().size(), "once");
    }

    @Test
    void whereTheAppIsRemovedAndInstalledAgainTheTeamHasItsLogAgainAndWhatFellDueIsAskedOnce() {
        ana.post(FakeTeams.CHANNEL, "watch 30 %");
        String decided = stage.conclude(ana, "A hedge against noise?");
        ana.say(decided, "review on 1 December 2026");
        stage.settle();
        ana.remove(FakeTeams.CHANNEL);
        stage.settle();
        int before = teams.messages().size();
        stage.time().pass(Duration.ofDays(11));
        due();
        stage.forgetDeleted();
        assertEquals(before, teams.messages().size());
        ana.install(FakeTeams.CHANNEL);
        stage.settle();
        due();
        due();
        assertEquals(2, stage.shown(decided).split("fallbackText\":\"It is time", -1).length, stage.shown(decided));
        String settings = ana.post(FakeTeams.CHANNEL, "settings");
        stage.settle();
        assertTrue(stage.shown(settings).contains("30 %"), stage.shown(settings));
    }

    private @Nullable LocalDate review() {
        return stage.digests().stream()
                .map(digest -> digest.logged().followUp().review())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void due() {
        stage.digestService().send(stage.time().instant());
        stage.askForReviews();
        stage.reminders().remind(stage.time().instant());
        stage.settle();
    }

    @Test
    void aDeletedTeamIsKeptAsLongAsTeamsRestoresItAndComesBackWithItsLog() {
        Member owner = stage.member("29:owner", "Olga");
        owner.post(FakeTeams.CHANNEL, "workspace summary-channel Decisions");
        String thread = stage.conclude(ana, "A hedge?");
        ana.say(thread, "review on 1 December 2026");
        ana.post(FakeTeams.DECISIONS, "A hedge of a channel that was deleted before?");
        stage.settle();
        ana.deletePlace("channelDeleted", FakeTeams.DECISIONS);
        stage.settle();
        stage.time().pass(Duration.ofDays(12));
        ana.deletePlace("teamDeleted", FakeTeams.CHANNEL);
        teams.channelType(FakeTeams.TEAM, "deleted");
        stage.settle();
        due();
        stage.forgetDeleted();
        assertEquals(2, stage.digests().size());
        assertEquals(LocalDate.of(2026, 12, 1), review());
        teams.channelType(FakeTeams.TEAM, "standard");
        teams.channelType(FakeTeams.DECISIONS, "deleted");
        ana.deletePlace("teamRestored", FakeTeams.CHANNEL);
        stage.settle();
        due();
        assertTrue(stage.shown(thread).contains("time to look at this again"), stage.shown(thread));
        String settings = ana.post(FakeTeams.CHANNEL, "settings");
        stage.settle();
        assertTrue(
                stage.shown(settings)
                        .contains("For the workspace: the channel that was chosen for summaries was deleted"),
                stage.shown(settings));
        stage.time().pass(Duration.ofDays(22));
        stage.forgetDeleted();
        assertEquals(1, stage.digests().size(), "the channel that was deleted before its team is gone");
    }

    @Test
    void aDeletedTeamIsForgottenWithItsSettingsOnceNobodyCanRestoreItAndNotIfTeamsListsItAgain() {
        Member owner = stage.member("29:owner", "Olga");
        owner.post(FakeTeams.CHANNEL, "workspace retention 400 days");
        stage.conclude(ana, "A hedge?");
        for (String now : List.of("standard", "deleted")) {
            ana.deletePlace("teamDeleted", FakeTeams.CHANNEL);
            stage.settle();
            stage.time().pass(Duration.ofDays(31));
            teams.channelType(FakeTeams.TEAM, now);
            stage.forgetDeleted();
            assertEquals(now.equals("deleted") ? 0 : 1, stage.digests().size(), now);
            assertEquals(
                    now.equals("deleted") ? 0 : 1,
                    stage.stores().settings().places("retention").size(),
                    now);
            assertEquals(List.of(), stage.stores().settings().places("deleted"), now);
        }
    }
}
