package dev.tunewise.api.flow;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;

/**
 * A flow as it is served now.
 *
 * @param flow the flow
 * @param consultant gives advice along it, in money where it can
 * @param reader reads what people type against it
 * @param diagram its rules as a Mermaid diagram
 */
public record ServedFlow(Flow flow, Consultant consultant, MessageReader reader, String diagram) {}
