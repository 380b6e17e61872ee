package dev.tunewise.session.digest;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.SummaryRouter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Sees to it that a room, and the one that its summaries go to, hears of moved figures at most once a day. */
public record WatchedRooms(Announcements announcements, SummaryRouter summaries) {
    /** Takes today's one message of a consultation's rooms, if all of them still have it. Days are in UTC. */
    boolean mayTell(ConversationSummary decision, Instant now) {
        Address at = decision.address();
        String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        // Outside of chats nobody shares a room: each consultation is its own.
        String room = at.workspace().equals("local") ? decision.id() : at.room();
        List<String> keys = Stream.concat(Stream.of(room), summaries.channel(at).stream())
                .distinct()
                .map(each -> String.join("/", "watch:" + at.channel(), at.workspace(), each, day))
                .toList();
        return !summaries.settings().away(at)
                && keys.stream().noneMatch(announcements::made)
                && keys.stream().allMatch(key -> announcements.make(key, now, "", List.of()));
    }
}
