package dev.tunewise.session.command;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.SummaryRouter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of a workspace that are shared with another organisation, where what we show hangs on whether costs are allowed.
 *
 * @param summaries knows where summaries go
 * @param directory knows which rooms are shared
 */
record SharedRooms(
        ConversationStore store, SummaryRouter summaries, WorkspaceDirectory directory, Consultations consultations) {
    /** More than any such room has seen. */
    private static final int MOST = 1_000;

    /** Shared rooms in which we spoke, or that summaries go to, by id. */
    Set<String> of(List<Address> rooms) {
        Set<String> shared = new LinkedHashSet<>();
        for (Address room : rooms) {
            if (directory.room(room).shared()) {
                shared.add(room.room());
            }
            target(room).ifPresent(shared::add);
        }
        return shared;
    }

    /** Those of some rooms that the permission for costs concerns. */
    List<Address> among(List<Address> rooms) {
        return rooms.stream()
                .filter(room -> directory.room(room).shared() || target(room).isPresent())
                .toList();
    }

    private Optional<String> target(Address room) {
        return summaries
                .channel(room)
                .filter(channel ->
                        directory.room(SummaryRouter.there(room, channel)).shared());
    }

    /** Has all that stands in rooms shown with or without costs, as is allowed now. */
    void redraw(List<Address> rooms, InboundEvent cause) {
        for (Address room : rooms) {
            for (ConversationSummary each : store.ofRoom(room, MOST)) {
                String key = "costs:" + each.id() + ":" + cause.key();
                consultations.timeCame(each.id(), key, cause.at(), UserInput.TimeCame.COSTS, Map.of());
            }
        }
    }
}
