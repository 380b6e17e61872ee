package dev.tunewise.session.settings;

/**
 * What a platform says about a room.
 *
 * @param open whether everybody of the workspace may read it; false for private channels, group chats and direct messages
 * @param shared whether people of another organisation are in it
 * @param known whether the platform said so
 * @param name what people call it; empty where it has no name, as a direct message
 */
public record RoomFacts(boolean open, boolean shared, boolean known, String name) {
    /** Where the platform does not say: as confidential as a private room. That others are in it only the platform can say. */
    public static final RoomFacts UNKNOWN = new RoomFacts(false, false, false, "");

    /** A room of one's own people. */
    public static final RoomFacts OPEN = new RoomFacts(true, false);

    public RoomFacts(boolean open, boolean shared) {
        this(open, shared, "");
    }

    public RoomFacts(boolean open, boolean shared, String name) {
        this(open, shared, true, name);
    }
}
