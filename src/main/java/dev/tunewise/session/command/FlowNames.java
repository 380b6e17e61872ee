package dev.tunewise.session.command;

import java.util.List;

/** Port: what people call the flows that are served now. */
@FunctionalInterface
public interface FlowNames {
    List<FlowName> all();

    /**
     * A flow that may be opened.
     *
     * @param title what it answers, as a question where possible
     * @param called the word or words that open it in a command
     */
    record FlowName(String flow, String title, String called) {}
}
