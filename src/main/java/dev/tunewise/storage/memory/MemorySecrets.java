package dev.tunewise.storage.memory;

import dev.tunewise.session.store.SecretStore;
import dev.tunewise.storage.secret.SecretBox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in memory, where there is nothing to encrypt. */
public final class MemorySecrets implements SecretStore {
    private final Map<SecretBox.Label, String> documents = new HashMap<>();

    @Override
    public synchronized Optional<String> get(String channel, String workspace, String kind, String name) {
        return Optional.ofNullable(documents.get(new SecretBox.Label(channel, workspace, kind, name)));
    }

    @Override
    public synchronized void put(String channel, String workspace, String kind, String name, String document) {
        documents.put(new SecretBox.Label(channel, workspace, kind, name), document);
    }

    @Override
    public synchronized void delete(String channel, String workspace, String kind, String name) {
        documents.remove(new SecretBox.Label(channel, workspace, kind, name));
    }

    @Override
    public synchronized List<Name> names(String channel, String kind) {
        return documents.keySet().stream()
                .filter(label -> label.channel().equals(channel) && label.kind().equals(kind))
                .map(label -> new Name(label.workspace(), label.name()))
                .sorted(Comparator.comparing(Name::workspace).thenComparing(Name::name))
                .toList();
    }

    public synchronized void purge(String channel, String workspace) {
        documents
                .keySet()
                .removeIf(label ->
                        label.channel().equals(channel) && label.workspace().equals(workspace));
    }
}
