package dev.tunewise.session.command;

import dev.tunewise.flow.Flow;

/**
 * A flow that may be opened, as people call it.
 *
 * @param title what it answers, as a question where possible
 * @param called the word or words that open it in a command
 */
public record FlowName(String flow, String title, String called) {
    public static FlowName of(Flow flow) {
        return new FlowName(
                flow.id(),
                flow.texts().find("title").orElse(flow.id()),
                flow.texts().find("called").orElse(flow.id()));
    }
}
