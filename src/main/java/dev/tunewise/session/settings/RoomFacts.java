package dev.tunewise.session.settings;

/**
 * What a platform says about a room.
 *
 * @param open whether everybody of the workspace may read it; false for private channels, group chats and direct messages
 * @param shared whether people of another organisation are in it
 * @param known whether the platform said so
 * @param name what people call it; empty where it has no name, as a direct message
 * @param posts whether something can be posted in it
 */
public record RoomFacts(boolean open, boolean shared, boolean known, String name, Posts posts) {
    /** Whether a room takes posts of ours for now: it may be archived, or we may be no more in it. */
    public enum Posts {
        TAKEN,
        ARCHIVED,
        NOT_THERE;

        /** How a room is closed, as it was noted; an older version noted only what was archived. */
        public static Posts noted(String name) {
            return name.equals(NOT_THERE.name()) ? NOT_THERE : ARCHIVED;
        }
    }

    /** Where the platform does not say: as confidential as a private room. That others are in it only the platform can say. */
    public static final RoomFacts UNKNOWN = new RoomFacts(false, false, false, "", Posts.TAKEN);

    /** A room of one's own people. */
    public static final RoomFacts OPEN = new RoomFacts(true, false);

    public RoomFacts(boolean open, boolean shared) {
        this(open, shared, "");
    }

    public RoomFacts(boolean open, boolean shared, String name) {
        this(open, shared, true, name, Posts.TAKEN);
    }

    public RoomFacts with(Posts other) {
        return new RoomFacts(open, shared, known, name, other);
    }
}
