package dev.tunewise.session.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Port: who read, changed, exported, set and forgot what. It holds no words of consultations, and outlives them. */
public interface AuditTrail {
    void note(Event event);

    /** The latest events, newest first. */
    List<Event> latest(int limit);

    enum Action {
        READ,
        CHANGED,
        EXPORTED,
        SET,
        FORGOT,
        SIGNED_IN,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that was done.
     *
     * @param who id of the person or token
     * @param where the consultation, room or part of the service
     * @param what more about it; may be empty
     */
    record Event(Instant at, String who, Action action, String where, String what) {}
}
