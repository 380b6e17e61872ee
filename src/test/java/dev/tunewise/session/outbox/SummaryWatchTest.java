package dev.tunewise.session.outbox;

import static dev.tunewise.testing.Hedge.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.command.SettingsService;
import dev.tunewise.session.outbox.Delivery.Outcome;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.storage.Database;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is noted of summaries that do not arrive, and what ends the note. */
class SummaryWatchTest {
    private static final Address ROOM = new Address("slack", "T1", "C1", "", "");
    private static final Address OTHER = new Address("slack", "T1", "C2", "", "");
    private static final Address WORKSPACE = new Address("slack", "T1", "*", "", "");
    private static final Outcome REFUSED = new Outcome.Refused("not_in_channel");
    private static final Outcome SENT = new Outcome.Sent("ref", ROOM);

    private final Database stores = Database.inMemory();
    private final TeamSettings settings =
            new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit());
    private Outcome next = SENT;
    private final Delivery delivery = new Delivery() {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public Outcome deliver(Outbox.Item item) {
            return next;
        }
    };
    private final SummaryWatch watch = new SummaryWatch(
            delivery, settings, new CommandReplies(Messages.english()), () -> Instant.EPOCH, stores.announcements());

    @AfterEach
    void close() {
        stores.close();
    }

    private void deliver(Address from, String key, String to, Outcome outcome) {
        next = outcome;
        Post post = new Post(key, new Post.Elsewhere(to), List.of(), key);
        watch.deliver(new Outbox.Item(1, "c-" + from.room(), 1, from, post, "", Outbox.Tries.NONE));
    }

    private boolean noted(Address place) {
        return settings.ofRoom(place, Name.SUMMARY_PROBLEM).isPresent();
    }

    @Test
    void onlyASummaryInTheChosenChannelEndsTheNote() {
        settings.setForRoom(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "");
        deliver(ROOM, "summary:C9", "C9", REFUSED);
        assertEquals(true, noted(ROOM));
        assertEquals(false, noted(WORKSPACE), "the workspace's channel is not meant");
        deliver(ROOM, "broadcast", "C1", SENT);
        deliver(ROOM, "digest:1", "C1", SENT);
        deliver(ROOM, "summary-change:4", "C9", SENT);
        deliver(ROOM, "summary:C8", "C8", SENT);
        deliver(OTHER, "summary:C9", "C9", SENT);
        assertEquals(true, noted(ROOM));
        deliver(ROOM, "summary:C9", "C9", SENT);
        assertEquals(false, noted(ROOM));
    }

    @Test
    void theNoteOfTheWorkspaceEndsWhereItsChannelIsMeant() {
        settings.setForWorkspace(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "");
        settings.setForRoom(OTHER, Name.SUMMARY_CHANNEL, "C8", ANA, Instant.EPOCH, "");
        deliver(ROOM, "summary:C9", "C9", REFUSED);
        assertEquals(true, noted(ROOM) && noted(WORKSPACE));
        deliver(OTHER, "summary:C8", "C8", SENT);
        deliver(ROOM, "broadcast", "C1", SENT);
        assertEquals(true, noted(ROOM) && noted(WORKSPACE));
        deliver(ROOM, "summary:C9", "C9", SENT);
        assertEquals(false, noted(ROOM) || noted(WORKSPACE));
    }

    @Test
    void aBroadcastIsNoAffairOfTheWorkspace() {
        deliver(ROOM, "broadcast", "C1", REFUSED);
        assertEquals(true, noted(ROOM));
        assertEquals(false, noted(WORKSPACE));
        deliver(ROOM, "broadcast", "C1", SENT);
        assertEquals(false, noted(ROOM));
    }

    private String shown(Address place) {
        return new SettingsService(settings, settings.directory(), new CommandReplies(Messages.english()))
                .show(place, "U1")
                .notice()
                .blocks()
                .toString();
    }

    @Test
    void aProblemOfBeforeIsNoneOfTheChannelThatWasChosenNext() {
        Address whole = new Address("slack", "T1", "", "", "");
        settings.setForWorkspace(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "k1");
        deliver(ROOM, "summary:C9", "C9", REFUSED);
        assertEquals(
                true,
                shown(ROOM).contains("could not be posted") && shown(whole).contains("could not be posted"));
        settings.setForWorkspace(ROOM, Name.SUMMARY_CHANNEL, "C8", ANA, Instant.EPOCH, "k2");
        assertEquals(false, shown(ROOM).contains("could not") || shown(whole).contains("could not"));
        settings.setForWorkspace(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "k3");
        settings.gone(new Address("slack", "T1", "C9", "", ""));
        assertEquals(false, shown(ROOM).contains("could not") || shown(whole).contains("could not"), "it was deleted");
    }

    @Test
    void whatTheRoomChoseFirstDoesNotHideItFromTheWorkspace() {
        settings.setForRoom(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "k1");
        deliver(ROOM, "summary:C9", "C9", REFUSED);
        stores.settings().put("slack", "T1", "C1", Name.SUMMARY_CHANNEL.key(), "");
        settings.setForWorkspace(ROOM, Name.SUMMARY_CHANNEL, "C9", ANA, Instant.EPOCH, "k2");
        deliver(ROOM, "summary:C9", "C9", REFUSED);
        assertEquals(true, noted(ROOM) && noted(WORKSPACE));
    }

    @Test
    void aDigestThatArrivesAgainEndsItsNote() {
        settings.setForRoom(OTHER, Name.DIGEST, "weekly monday 09:00 UTC", ANA, Instant.EPOCH, "k1");
        deliver(ROOM, "digest:1", "C2", REFUSED);
        assertEquals(true, shown(OTHER).contains("The digest could not be posted"), shown(OTHER));
        assertEquals(false, shown(OTHER).contains("summary-channel. That was"), shown(OTHER));
        deliver(ROOM, "digest:2", "C2", SENT);
        assertEquals(false, noted(OTHER));
    }
}
