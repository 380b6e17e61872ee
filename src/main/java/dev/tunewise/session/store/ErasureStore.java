package dev.tunewise.session.store;

import java.time.Instant;
import java.util.List;

/** Port: forgets. What is forgotten can be read nowhere in the database any more, nor in its files. */
public interface ErasureStore {
    /** Deletes all that is kept of a workspace: consultations, posts, settings and secrets; gives the ids of the consultations. */
    List<String> purge(String channel, String workspace);

    /**
     * Forgets consultations, or what one person said in them. Of what goes whole a line of statistics stays: flow, verdict, figure and days,
     * no words and no room.
     *
     * @return ids of the consultations that are gone or changed
     */
    List<String> forget(Erasure which, Instant now);
}
