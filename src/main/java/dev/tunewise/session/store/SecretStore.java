package dev.tunewise.session.store;

import java.util.List;
import java.util.Optional;

/** Port: small secret documents such as installations with their tokens, encrypted where they are kept. */
public interface SecretStore {
    /** The document kept under a kind (`slack-installation`) and a name within a workspace. */
    Optional<String> get(String channel, String workspace, String kind, String name);

    void put(String channel, String workspace, String kind, String name, String document);

    void delete(String channel, String workspace, String kind, String name);

    /** The names kept of a kind with their workspaces, for digests over all installations. */
    List<Name> names(String channel, String kind);

    record Name(String workspace, String name) {}
}
