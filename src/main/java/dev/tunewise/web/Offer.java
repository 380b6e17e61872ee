package dev.tunewise.web;

import java.util.List;

/**
 * A flow as the start page offers it.
 *
 * @param flow id of the flow
 * @param title what it answers, as a question where possible
 * @param lead one or two sentences under the title
 * @param examples problems as people may describe them
 */
public record Offer(String flow, String title, String lead, List<String> examples) {
    public Offer {
        examples = List.copyOf(examples);
    }
}
