package dev.tunewise.app;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.Machine;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.Reader;

/**
 * One edition of a flow with everything that is derived from it once.
 *
 * @param flow the flow
 * @param consultant gives advice along it, in money where it can
 * @param reader reads what people type against it
 * @param machine holds consultations along it
 * @param diagram its rules for Mermaid
 */
record Edition(Flow flow, Consultant consultant, Reader reader, Machine machine, String diagram) {}
