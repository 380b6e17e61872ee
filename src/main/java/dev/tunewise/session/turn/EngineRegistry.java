package dev.tunewise.session.turn;

import dev.tunewise.conversation.turn.ConversationEngine;
import java.util.Optional;

/** Port: the machines of the flows that are served, each along the newest good edition of its flow. */
@FunctionalInterface
public interface EngineRegistry {
    /** The machine of a flow; empty when no such flow is served. */
    Optional<ConversationEngine> machine(String flow);
}
