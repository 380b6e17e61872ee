package dev.tunewise.conversation.state;

import dev.tunewise.chat.Captions;

/** Somebody who takes part. `id`: id in the channel's own terms, unique within the workspace. */
public record Author(String id, String name) {
    /** The service itself, where something happens because its time came. It takes no part. */
    public static final Author SERVICE = new Author("tunewise", "Tunewise");

    /** Somebody, as called now where it is the same person: a name that the platform told late takes the place of none. */
    Author orNamedNow(Author earlier) {
        return earlier.id().equals(id) && !name.equals(Captions.SOMEBODY) ? this : earlier;
    }
}
