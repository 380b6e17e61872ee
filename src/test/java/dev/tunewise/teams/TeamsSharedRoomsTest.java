package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.AmountMention;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.ShippedMachine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels of Teams that are shared with another organisation see no amount of money until an owner of the team allows it. */
class TeamsSharedRoomsTest {
    private static final String PARTNER = FakeTeams.DECISIONS;

    private final Stage stage = new Stage();
    private final FakeTeams teams = stage.teams();
    private final Member ana = stage.member("29:ana", "Ana");
    private final Member owner = stage.member("29:owner", "Olga");

    TeamsSharedRoomsTest() {
        teams.channelType(PARTNER, "shared");
        stage.follow(ShippedMachine.now());
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), teams.complaints());
        stage.close();
    }

    private String post(Member member, String channel, String text) {
        String thread = member.post(channel, text);
        stage.settle();
        return stage.shown(thread);
    }

    @Test
    void nothingIsOpenedThereUntilCostsAreAllowedAndTheyGoAndComeWithThePermission() {
        String refused = post(ana, PARTNER, "Should we tune our ticket classifier?");
        assertTrue(refused.contains("shared with another organisation"), refused);
        assertEquals(0, stage.digests().size());
        String denied = post(ana, FakeTeams.CHANNEL, "workspace shared-costs on");
        assertTrue(denied.contains("only its admins"), denied);
        post(owner, FakeTeams.CHANNEL, "workspace shared-costs on");
        post(ana, PARTNER, "Should we tune our ticket classifier?");
        ShippedMachine.decide(stage.turns(), stage.digest().id(), Instant.parse("2026-11-20T09:00:00Z"));
        stage.settle();
        String before = stage.shown(PARTNER);
        assertTrue(AmountMention.in(before), before);
        post(owner, FakeTeams.CHANNEL, "workspace shared-costs off");
        assertFalse(AmountMention.in(stage.shown(PARTNER)), stage.shown(PARTNER));
        post(owner, FakeTeams.CHANNEL, "workspace shared-costs on");
        assertTrue(stage.shown(PARTNER).contains(before), stage.shown(PARTNER));
    }

    @Test
    void aSharedChannelIsNotCalledPrivate() {
        String chosen = post(ana, FakeTeams.CHANNEL, "summary-channel Decisions");
        assertFalse(chosen.contains("private"), chosen);
        assertTrue(chosen.contains("only its members read"), chosen);
    }
}
