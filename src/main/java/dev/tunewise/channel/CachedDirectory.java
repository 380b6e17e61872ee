package dev.tunewise.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What a platform said about rooms and people a moment ago, so that a busy room does not cost a question each time. That a room changed is noted
 * where all replicas see it: each of them asks again then.
 */
public abstract class CachedDirectory implements WorkspaceDirectory {
    private static final int MOST = 10_000;
    private static final String CHANGED = "room-changed";

    protected final WorkspaceSettings notes;
    private final Cache<String, RoomFacts> rooms = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();
    private final Cache<String, String> names = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final Cache<String, Boolean> members = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** `notes`: where changes of rooms are noted for all replicas. */
    protected CachedDirectory(WorkspaceSettings notes) {
        this.notes = notes;
    }

    /** What the platform says of a room now; empty where it says nothing, and then it is asked again the next time. */
    protected abstract Optional<RoomFacts> look(Address address);

    /** Whether the platform says now that a person is in a room. */
    protected abstract boolean lists(Address address, String person);

    @Override
    public RoomFacts room(Address address) {
        String key = since(address);
        RoomFacts known = rooms.getIfPresent(key);
        return known != null ? known : ask(address, key).orElse(RoomFacts.UNKNOWN);
    }

    @Override
    public String name(Address address) {
        String known = names.getIfPresent(key(address));
        return known != null ? known : room(address).name();
    }

    @Override
    public void refresh(Address address) {
        ask(address, since(address));
    }

    @Override
    public void forget(Address address) {
        rooms.invalidate(since(address));
    }

    @Override
    public void changed(Address address, String cause) {
        notes.put(address.channel(), address.workspace(), address.room(), CHANGED, cause);
    }

    @Override
    public boolean isIn(Address address, String person) {
        return members.get(key(address) + "/" + person, _ -> lists(address, person));
    }

    private Optional<RoomFacts> ask(Address address, String key) {
        Optional<RoomFacts> told = look(address);
        told.ifPresent(facts -> {
            rooms.put(key, facts);
            if (facts.known()) {
                names.put(key(address), facts.name());
            }
        });
        return told;
    }

    private static String key(Address address) {
        return address.workspace() + "/" + address.room();
    }

    /** The room as it is since it changed last. */
    private String since(Address address) {
        return key(address) + "/"
                + notes.get(address.channel(), address.workspace(), address.room(), CHANGED)
                        .orElse("");
    }
}
