package dev.tunewise.session.command;

import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.StateCache;
import java.time.Instant;
import java.util.List;

/**
 * Forgets in the database and in memory, and notes that it was done.
 *
 * @param advice empties what is remembered of advice, by whatever words
 */
public record ForgetService(ErasureStore store, StateCache folds, AuditTrail audit, Runnable advice) {
    /** Where no advice is remembered. */
    public ForgetService(ErasureStore store, StateCache folds, AuditTrail audit) {
        this(store, folds, audit, () -> {});
    }

    /** Empties the memory of this process: other processes forget as well, and tell nobody. */
    public void emptyMemory() {
        folds.forgetAll();
        advice.run();
    }

    private void outOfMemory(List<String> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(folds::forget);
            advice.run();
        }
    }

    /** Forgets; gives how many consultations are gone or changed. */
    public int forget(Erasure which, String who, Instant at) {
        List<String> ids = store.forget(which, at);
        outOfMemory(ids);
        if (!ids.isEmpty() || !(which instanceof Erasure.Unchanged)) {
            audit.note(new AuditTrail.Event(
                    at,
                    who,
                    AuditTrail.Action.FORGOT,
                    which.where(),
                    ids.size() + (ids.size() == 1 ? " consultation" : " consultations")));
        }
        return ids.size();
    }

    /** Takes words out that the person who wrote them has replaced; what they did is noted where they did it. */
    void follow(Erasure.OfMessage edit, Instant at) {
        outOfMemory(store.forget(edit, at));
    }

    /** Deletes all that is kept of a workspace, its settings and secrets as well. */
    public void purge(String channel, String workspace, Instant at) {
        List<String> ids = store.purge(channel, workspace);
        outOfMemory(ids);
        audit.note(new AuditTrail.Event(
                at,
                "platform",
                AuditTrail.Action.FORGOT,
                channel + "/" + workspace,
                "uninstalled, " + ids.size() + (ids.size() == 1 ? " consultation" : " consultations")));
    }
}
