package dev.tunewise.api;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.Reader;

/**
 * A flow as it is served now.
 *
 * @param flow the flow
 * @param consultant gives advice along it, in money where it can
 * @param reader reads what people type against it
 * @param diagram its rules as a Mermaid diagram
 */
public record Served(Flow flow, Consultant consultant, Reader reader, String diagram) {}
