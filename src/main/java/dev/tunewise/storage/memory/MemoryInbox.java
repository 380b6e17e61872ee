package dev.tunewise.storage.memory;

import dev.tunewise.session.inbox.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The inbox in memory. */
public final class MemoryInbox implements Inbox {
    private final TreeMap<Long, Request> requests = new TreeMap<>();
    private long lastId;

    @Override
    public synchronized long keep(String channel, String request, Instant at, Instant leaseUntil) {
        requests.put(++lastId, new Request(channel, new Item(lastId, request, at, 0), leaseUntil));
        return lastId;
    }

    @Override
    public synchronized List<Item> take(String channel, Instant now, Instant leaseUntil, int limit) {
        List<Item> due = requests.values().stream()
                .filter(request -> request.channel.equals(channel) && !request.leasedUntil.isAfter(now))
                .limit(limit)
                .map(Request::item)
                .toList();
        due.forEach(item -> requests.put(item.id(), new Request(channel, attempted(item), leaseUntil)));
        return due;
    }

    @Override
    public synchronized void done(long id) {
        requests.remove(id);
    }

    @Override
    public synchronized long waiting(String channel) {
        return requests.values().stream()
                .filter(request -> request.channel.equals(channel))
                .count();
    }

    private static Item attempted(Item item) {
        return new Item(item.id(), item.request(), item.at(), item.attempts() + 1);
    }

    private record Request(String channel, Item item, Instant leasedUntil) {}
}
