package dev.tunewise.app.session;

import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the platform that an address is on. What is on this machine is open; a platform that is switched off tells nothing. */
final class DirectoryOfPlatforms implements WorkspaceDirectory {
    private static final String HERE = "local";

    private final Map<String, WorkspaceDirectory> platforms = new HashMap<>();
    private final WorkspaceDirectory local = WorkspaceDirectory.local();

    DirectoryOfPlatforms(Collection<WorkspaceDirectory> platforms) {
        platforms.forEach(platform -> this.platforms.put(platform.channel(), platform));
    }

    private Optional<WorkspaceDirectory> of(Address address) {
        return address.workspace().equals(HERE)
                ? Optional.of(local)
                : Optional.ofNullable(platforms.get(address.channel()));
    }

    @Override
    public String channel() {
        return local.channel();
    }

    @Override
    public RoomFacts room(Address address) {
        return of(address).map(directory -> directory.room(address)).orElse(RoomFacts.UNKNOWN);
    }

    @Override
    public String scope(Address address) {
        return of(address).map(directory -> directory.scope(address)).orElseGet(() -> local.scope(address));
    }

    @Override
    public boolean administers(Address address, String person) {
        return of(address)
                .filter(directory -> directory.administers(address, person))
                .isPresent();
    }

    @Override
    public boolean showsThreads(Address address) {
        return of(address).map(platform -> platform.showsThreads(address)).orElse(true);
    }

    @Override
    public String name(Address address) {
        return of(address).map(directory -> directory.name(address)).orElse("");
    }

    @Override
    public void changed(Address address, String cause) {
        of(address).ifPresent(directory -> directory.changed(address, cause));
    }

    @Override
    public void forget(Address address) {
        of(address).ifPresent(directory -> directory.forget(address));
    }

    @Override
    public void refresh(Address address) {
        of(address).ifPresent(directory -> directory.refresh(address));
    }

    @Override
    public Optional<Boolean> left(Address address, String person) {
        return of(address).flatMap(directory -> directory.left(address, person));
    }

    @Override
    public boolean isIn(Address address, String person) {
        return of(address).filter(directory -> directory.isIn(address, person)).isPresent();
    }
}
