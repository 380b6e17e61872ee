package dev.tunewise.session.turn;

import dev.tunewise.session.store.Address;
import java.util.Optional;

/** Port: web addresses of threads, for links from summaries and lists. */
@FunctionalInterface
public interface ThreadLinks {
    /** Where a thread can be read; empty where the channel cannot say. */
    Optional<String> link(String conversation, Address address);

    static ThreadLinks none() {
        return (_, _) -> Optional.empty();
    }
}
