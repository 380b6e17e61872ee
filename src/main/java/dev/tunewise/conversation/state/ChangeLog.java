package dev.tunewise.conversation.state;

/** A step in the making, to which changes are added. */
public interface ChangeLog {
    /** The state before the step. */
    ConversationState before();

    /** The state with all changes so far. */
    ConversationState now();

    /** Adds a change. */
    void change(Change change);
}
