package dev.tunewise.session.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests in memory: those of one lane one after the other, workspaces in turn, so that one that sends much holds up no
 * other. Not thread-safe; {@link InboxWorker} guards it.
 */
final class FairLanes {
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Deque<Lane>> ready = new LinkedHashMap<>();

    /** Requests that have to be processed in order. */
    static final class Lane {
        private final String name;
        private final String workspace;
        private final Deque<Inbox.Item> items = new ArrayDeque<>();

        private Lane(String name, String workspace) {
            this.name = name;
            this.workspace = workspace;
        }
    }

    record Next(Lane lane, Inbox.Item item) {}

    void add(Inbox.Item item) {
        String name = item.arrival().lane();
        Lane known = name.isEmpty() ? null : lanes.get(name);
        if (known != null) {
            known.items.add(item);
            return;
        }
        Lane fresh = new Lane(name, item.arrival().workspace());
        fresh.items.add(item);
        if (!name.isEmpty()) {
            lanes.put(name, fresh);
        }
        offer(fresh);
    }

    private void offer(Lane lane) {
        ready.computeIfAbsent(lane.workspace, _ -> new ArrayDeque<>()).add(lane);
    }

    /** The next request, of the workspace whose turn it is; null when none is ready. Its lane waits until it is {@link #finished}. */
    @Nullable
    Next next() {
        if (ready.isEmpty()) {
            return null;
        }
        Map.Entry<String, Deque<Lane>> first = ready.entrySet().iterator().next();
        ready.remove(first.getKey());
        Lane lane = first.getValue().remove();
        if (!first.getValue().isEmpty()) {
            // Behind the others: each workspace has one request after the other in turn.
            ready.put(first.getKey(), first.getValue());
        }
        return new Next(lane, lane.items.remove());
    }

    /** The request that was given out of this lane was dealt with. */
    void finished(Lane lane) {
        if (!lane.items.isEmpty()) {
            offer(lane);
        } else if (!lane.name.isEmpty()) {
            lanes.remove(lane.name);
        }
    }

    /** Takes out what waits in a lane, whose first request has to be tried again before. */
    List<Inbox.Item> empty(Lane lane) {
        List<Inbox.Item> rest = new ArrayList<>(lane.items);
        lane.items.clear();
        return rest;
    }
}
