package dev.tunewise.conversation.state;

/** A step in the making, to which changes are added. */
public interface ChangeLog {
    ConversationState before();

    ConversationState now();

    void change(Change change);
}
