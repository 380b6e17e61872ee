package dev.tunewise.session.store;

import java.time.Instant;

/** What is to be forgotten. */
public sealed interface Erasure {
    String where();

    /** All consultations of a workspace. */
    record OfWorkspace(String channel, String workspace) implements Erasure {
        @Override
        public String where() {
            return channel + "/" + workspace;
        }
    }

    /**
     * All of a part of a workspace that has admins of its own, with what was set there.
     *
     * @param part how the details of its addresses end: in Teams the id of the team
     */
    record OfPart(String channel, String workspace, String part) implements Erasure {
        @Override
        public String where() {
            return channel + "/" + workspace + "/" + part;
        }
    }

    /** All of a room, with what was set there. */
    record OfRoom(String channel, String workspace, String room) implements Erasure {
        @Override
        public String where() {
            return channel + "/" + workspace + "/" + room;
        }
    }

    /** One consultation. */
    record OfThread(String conversation) implements Erasure {
        @Override
        public String where() {
            return "consultation/" + conversation;
        }
    }

    /** What has not changed for long; an empty part is the whole workspace. */
    record Unchanged(String channel, String workspace, String part, Instant before) implements Erasure {
        @Override
        public String where() {
            return channel + "/" + workspace + (part.isEmpty() ? "" : "/" + part) + " before " + before;
        }
    }

    /** What one person said in a workspace, and their name: consultations that only they took part in go whole. */
    record OfPerson(String channel, String workspace, String person) implements Erasure {
        @Override
        public String where() {
            return channel + "/" + workspace + " of one person";
        }
    }

    /**
     * The words of one message that was deleted or edited where it was written; what it said is taken back by a turn before.
     *
     * @param now as it reads now; empty when it is gone. Words that it still has stay
     */
    record OfMessage(String conversation, String message, String now) implements Erasure {
        @Override
        public String where() {
            return "consultation/" + conversation + " of one message";
        }
    }
}
