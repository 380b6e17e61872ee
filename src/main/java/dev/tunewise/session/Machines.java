package dev.tunewise.session;

import dev.tunewise.conversation.Machine;
import java.util.Optional;

/** Port: the machines of the flows that are served, each along the newest good edition of its flow. */
@FunctionalInterface
public interface Machines {
    /** The machine of a flow; empty when no such flow is served. */
    Optional<Machine> machine(String flow);
}
