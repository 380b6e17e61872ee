package dev.tunewise.app;

import dev.tunewise.advice.Adviser;
import dev.tunewise.conversation.Machine;
import dev.tunewise.flow.Flow;

/**
 * One edition of a flow with everything that is derived from it once.
 *
 * @param flow the flow
 * @param adviser gives advice along it
 * @param machine holds consultations along it
 * @param diagram its rules for Mermaid
 */
record Edition(Flow flow, Adviser adviser, Machine machine, String diagram) {}
