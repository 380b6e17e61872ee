package dev.tunewise.conversation.state;

/** Somebody who takes part. `id`: id in the channel's own terms, unique within the workspace. */
public record Author(String id, String name) {
    /** The service itself, where something happens because its time came. It takes no part. */
    public static final Author SERVICE = new Author("tunewise", "Tunewise");
}
