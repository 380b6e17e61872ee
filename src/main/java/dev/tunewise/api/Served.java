package dev.tunewise.api;

import dev.tunewise.advice.Adviser;
import dev.tunewise.flow.Flow;

/**
 * A flow as it is served now.
 *
 * @param flow the flow
 * @param adviser gives advice along it
 * @param diagram its rules as a Mermaid diagram
 */
public record Served(Flow flow, Adviser adviser, String diagram) {}
