package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.Machine;
import dev.tunewise.flow.Flow;

/**
 * One edition of a flow with everything that is derived from it once.
 *
 * @param flow the flow
 * @param consultant gives advice along it, in money where it can
 * @param machine holds consultations along it
 * @param diagram its rules for Mermaid
 */
record Edition(Flow flow, Consultant consultant, Machine machine, String diagram) {}
