package dev.tunewise.session.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: what a workspace or one of its rooms has chosen, for example the summary channel. */
public interface WorkspaceSettings {
    /** Scope of settings that hold for a whole workspace. */
    String WHOLE_WORKSPACE = "*";

    /** One setting of a room, or of the whole workspace with {@link #WHOLE_WORKSPACE}. */
    Optional<String> get(String channel, String workspace, String room, String name);

    Map<String, String> all(String channel, String workspace, String room);

    /** Where a setting is set: channel, workspace, and its scope as the room. */
    List<Address> places(String name);

    /** Sets one; an empty value removes it. */
    void put(String channel, String workspace, String room, String name, String value);
}
