package dev.tunewise.access;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.DecisionLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of all consultations.
 *
 * @param channel `slack` or `teams`; {@link #LOCAL} for the web, the API and the terminal; {@link #ALL} for everything
 * @param workspace one workspace or tenant of it; empty for all
 * @param room one channel of that; empty for all
 */
public record AccessScope(String channel, String workspace, String room) {
    /** Channels of this service itself. */
    public static final String LOCAL = "local";

    static final String ALL = "*";

    /** What was begun on the web, over the API or in a terminal. */
    public static AccessScope local() {
        return new AccessScope(LOCAL, "", "");
    }

    public static AccessScope all() {
        return new AccessScope(ALL, "", "");
    }

    /** Reads `local`, `*`, `slack/T1` or `slack/T1/C1`; empty for anything else. */
    public static Optional<AccessScope> read(String text) {
        String[] parts = text.strip().split("/", 3);
        boolean single = parts.length == 1 && (parts[0].equals(LOCAL) || parts[0].equals(ALL));
        boolean platform =
                parts.length > 1 && (parts[0].equals("slack") || parts[0].equals("teams")) && !parts[1].isBlank();
        return single || platform
                ? Optional.of(new AccessScope(parts[0], single ? "" : parts[1], parts.length > 2 ? parts[2] : ""))
                : Optional.empty();
    }

    boolean covers(Address address) {
        return switch (channel) {
            case ALL -> true;
            case LOCAL -> address.workspace().equals(LOCAL);
            default ->
                address.channel().equals(channel)
                        && address.workspace().equals(workspace)
                        && (room.isEmpty() || address.room().equals(room));
        };
    }

    /** The parts of the log of decisions that it covers. */
    List<DecisionLog.Place> places() {
        return switch (channel) {
            case ALL -> List.of(DecisionLog.Place.EVERYWHERE);
            case LOCAL ->
                Stream.of("web", "api", "terminal")
                        .map(local -> new DecisionLog.Place(local, LOCAL, Set.of()))
                        .toList();
            default -> List.of(new DecisionLog.Place(channel, workspace, room.isEmpty() ? Set.of() : Set.of(room)));
        };
    }

    /** As {@link #read} reads it. */
    public String text() {
        return workspace.isEmpty()
                ? channel
                : room.isEmpty() ? channel + "/" + workspace : channel + "/" + workspace + "/" + room;
    }
}
