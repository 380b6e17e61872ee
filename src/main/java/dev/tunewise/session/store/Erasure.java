package dev.tunewise.session.store;

import java.time.Instant;

/** What is to be forgotten. */
public sealed interface Erasure {
    /** The place as the audit trail names it. */
    default String where() {
        return switch (this) {
            case OfWorkspace(String channel, String workspace) -> channel + "/" + workspace;
            case OfPart(String channel, String workspace, String part) -> channel + "/" + workspace + "/" + part;
            case OfRoom(String channel, String workspace, String room) -> channel + "/" + workspace + "/" + room;
            case OfThread(String conversation) -> "consultation/" + conversation;
            case Unchanged(String channel, String workspace, String part, Instant before) ->
                channel + "/" + workspace + (part.isEmpty() ? "" : "/" + part) + " before " + before;
            case OfPerson(String channel, String workspace, String _) -> channel + "/" + workspace + " of one person";
            case OfMessage(String conversation, String _, String _) ->
                "consultation/" + conversation + " of one message";
        };
    }

    /** All consultations of a workspace. */
    record OfWorkspace(String channel, String workspace) implements Erasure {}

    /**
     * All of a part of a workspace that has admins of its own, with what was set there.
     *
     * @param part how the details of its addresses end: in Teams the id of the team
     */
    record OfPart(String channel, String workspace, String part) implements Erasure {}

    /** All of a room, with what was set there. */
    record OfRoom(String channel, String workspace, String room) implements Erasure {}

    /** One consultation. */
    record OfThread(String conversation) implements Erasure {}

    /** What has not changed for long; an empty part is the whole workspace. */
    record Unchanged(String channel, String workspace, String part, Instant before) implements Erasure {}

    /** What one person said in a workspace, and their name: consultations that only they took part in go whole. */
    record OfPerson(String channel, String workspace, String person) implements Erasure {}

    /**
     * The words of one message that was deleted or edited where it was written; what it said is taken back by a turn before.
     *
     * @param now as it reads now; empty when it is gone. Words that it still has stay
     */
    record OfMessage(String conversation, String message, String now) implements Erasure {}
}
