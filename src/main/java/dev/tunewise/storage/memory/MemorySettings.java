package dev.tunewise.storage.memory;

import dev.tunewise.session.store.WorkspaceSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in memory. */
public final class MemorySettings implements WorkspaceSettings {
    private final Map<Scope, Map<String, String>> scopes = new HashMap<>();

    @Override
    public synchronized Optional<String> get(String channel, String workspace, String room, String name) {
        return Optional.ofNullable(all(channel, workspace, room).get(name));
    }

    @Override
    public synchronized Map<String, String> all(String channel, String workspace, String room) {
        return new TreeMap<>(scopes.getOrDefault(new Scope(channel, workspace, room), Map.of()));
    }

    @Override
    public synchronized void put(String channel, String workspace, String room, String name, String value) {
        Map<String, String> scope =
                scopes.computeIfAbsent(new Scope(channel, workspace, room), unseen -> new TreeMap<>());
        if (value.isEmpty()) {
            scope.remove(name);
        } else {
            scope.put(name, value);
        }
    }

    public synchronized void purge(String channel, String workspace) {
        scopes.keySet().removeIf(scope -> scope.channel.equals(channel) && scope.workspace.equals(workspace));
    }

    private record Scope(String channel, String workspace, String room) {}
}
