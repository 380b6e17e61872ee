package dev.tunewise.session.inbox;

/** So many requests wait that no more is kept; the platform is asked to send it again later. */
public final class InboxFull extends RuntimeException {
    InboxFull(long most) {
        super(
                "More than " + most + " requests wait in the inbox; nothing more is taken until some are worked off",
                null,
                false,
                false);
    }
}
