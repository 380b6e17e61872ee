package dev.tunewise.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a platform said about rooms and people a moment ago, so that a busy room does not cost a question each time. */
public final class DirectoryCache {
    private static final int MOST = 10_000;

    private final Cache<String, RoomFacts> rooms = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();
    private final Cache<String, Boolean> members = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** What kind of room this is; what the platform does not say is asked again the next time. */
    public RoomFacts room(Address address, Supplier<Optional<RoomFacts>> look) {
        String key = address.workspace() + "/" + address.room();
        RoomFacts known = rooms.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Optional<RoomFacts> told = look.get();
        told.ifPresent(facts -> rooms.put(key, facts));
        return told.orElse(RoomFacts.UNKNOWN);
    }

    public void refresh(Address address, Supplier<Optional<RoomFacts>> look) {
        look.get().ifPresent(facts -> rooms.put(address.workspace() + "/" + address.room(), facts));
    }

    public void forget(Address address) {
        rooms.invalidate(address.workspace() + "/" + address.room());
    }

    public boolean isIn(Address address, String person, BooleanSupplier look) {
        return members.get(address.workspace() + "/" + address.room() + "/" + person, _ -> look.getAsBoolean());
    }
}
