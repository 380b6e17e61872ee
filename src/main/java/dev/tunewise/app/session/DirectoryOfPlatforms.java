package dev.tunewise.app.session;

import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks the platform that an address is on; what is on none is on this machine. */
final class DirectoryOfPlatforms implements WorkspaceDirectory {
    private final Map<String, WorkspaceDirectory> platforms = new HashMap<>();
    private final WorkspaceDirectory local = WorkspaceDirectory.local();

    DirectoryOfPlatforms(Collection<WorkspaceDirectory> platforms) {
        platforms.forEach(platform -> this.platforms.put(platform.channel(), platform));
    }

    private WorkspaceDirectory of(Address address) {
        return platforms.getOrDefault(address.channel(), local);
    }

    @Override
    public String channel() {
        return local.channel();
    }

    @Override
    public RoomFacts room(Address address) {
        return of(address).room(address);
    }

    @Override
    public String scope(Address address) {
        return of(address).scope(address);
    }

    @Override
    public boolean administers(Address address, String person) {
        return of(address).administers(address, person);
    }

    @Override
    public boolean isIn(Address address, String person) {
        return of(address).isIn(address, person);
    }
}
