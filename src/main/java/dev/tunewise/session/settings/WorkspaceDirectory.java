package dev.tunewise.session.settings;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import java.util.Optional;

/** Port: what a platform knows about its rooms and people. It says no where it cannot tell. */
public interface WorkspaceDirectory {
    /** The channel it speaks for, as {@link Address#channel()} names it. */
    String channel();

    RoomFacts room(Address address);

    /** Key of what holds beyond the room: for the whole workspace, or for the part of it that has admins of its own. */
    default String scope(Address address) {
        return WorkspaceSettings.WHOLE_WORKSPACE;
    }

    /** Whether a person, by the platform's id, may set what holds for the whole workspace or team. */
    boolean administers(Address address, String person);

    boolean isIn(Address address, String person);

    /** Whether a person is no more among the people of a room's workspace or team; empty where the platform does not say. */
    default Optional<Boolean> left(Address address, String person) {
        return Optional.empty();
    }

    /** What people call a room, for lists of many; empty where it has no name or the platform does not say. */
    default String name(Address address) {
        return room(address).name();
    }

    /** What people call a room where it may be told in another one: everybody may read it; empty for that other room itself. */
    default String nameElsewhere(Address address, Address other) {
        return address.room().equals(other.room()) || !room(address).open() ? "" : name(address);
    }

    /** The platform says that a room is no more what it was: every replica asks again. `cause`: names the event. */
    default void changed(Address address, String cause) {}

    /** What is known of a room does not count any more: it is asked again. */
    default void forget(Address address) {}

    /** Asks the platform now what a room is; where it does not say, what is known stays. */
    default void refresh(Address address) {}

    /** Whether the room itself can show what is said in one of its threads; where not, a post of its own does. */
    default boolean showsThreads(Address address) {
        return true;
    }

    /** Rooms on this machine, whose people are all admins. */
    static WorkspaceDirectory local() {
        return new WorkspaceDirectory() {
            @Override
            public String channel() {
                return "";
            }

            @Override
            public RoomFacts room(Address address) {
                return RoomFacts.OPEN;
            }

            @Override
            public boolean administers(Address address, String person) {
                return true;
            }

            @Override
            public boolean isIn(Address address, String person) {
                return true;
            }
        };
    }
}
