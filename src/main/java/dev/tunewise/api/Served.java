package dev.tunewise.api;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Flow;

/**
 * A flow as it is served now.
 *
 * @param flow the flow
 * @param consultant gives advice along it, in money where it can
 * @param diagram its rules as a Mermaid diagram
 */
public record Served(Flow flow, Consultant consultant, String diagram) {}
