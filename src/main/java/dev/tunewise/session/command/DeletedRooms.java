package dev.tunewise.session.command;

import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Erasure;
import java.time.Duration;
import java.time.Instant;

/** Forgets rooms that were deleted on their platform, and workspaces that removed us, once nobody can restore them there any more. */
public record DeletedRooms(ForgetService forget, TeamSettings settings) {
    private static final Duration ONE_DAY = Duration.ofDays(1);

    public void forget(Instant now) {
        for (Address room : settings.places(TeamSettings.Name.DELETED)) {
            settings.ofRoom(room, TeamSettings.Name.DELETED)
                    .filter(choice -> isWorkspace(room, choice)
                            || choice.at().plus(TeamSettings.RESTORABLE).isBefore(now))
                    .ifPresent(choice -> forget(room, choice, now));
        }
    }

    /** Where a room was archived, or lost us, a day ago and nobody said that it takes posts again, a post is tried once more: what it says then counts. */
    public void retry(Instant now) {
        for (Address room : settings.places(TeamSettings.Name.ARCHIVED)) {
            settings.ofRoom(room, TeamSettings.Name.ARCHIVED)
                    .filter(choice -> choice.at().plus(ONE_DAY).isBefore(now))
                    .ifPresent(_ -> settings.closed(room, RoomFacts.Posts.TAKEN, now));
        }
    }

    /** Whether it went with its whole workspace, whose next install nobody tells us of. */
    private static boolean isWorkspace(Address room, Choice deleted) {
        return deleted.cause().equals(room.workspace());
    }

    private void forget(Address room, Choice deleted, Instant now) {
        String team = deleted.cause();
        Address there = new Address(room.channel(), room.workspace(), room.room(), "", deleted.value());
        // The first channel of a team is called as the team is.
        String first = isWorkspace(room, deleted) ? settings.directory().scope(room) : team;
        Address listed =
                team.isEmpty() ? there : new Address(room.channel(), room.workspace(), first, "", deleted.value());
        settings.directory().forget(listed);
        if (settings.directory().room(listed).known()) {
            // It is there again, and nobody told us.
            settings.restored(there);
        } else if (deleted.at().plus(TeamSettings.RESTORABLE).isAfter(now)) {
            return;
        } else if (isWorkspace(room, deleted)) {
            forget.purge(room.channel(), room.workspace(), now);
        } else {
            forget.forget(
                    team.isEmpty()
                            ? new Erasure.OfRoom(room.channel(), room.workspace(), room.room())
                            : new Erasure.OfPart(room.channel(), room.workspace(), team),
                    "platform",
                    now);
        }
    }
}
