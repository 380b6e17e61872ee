package dev.tunewise.conversation.understanding;

import dev.tunewise.flow.interview.Answers;
import java.util.List;

/** Port: understands what people type. */
@FunctionalInterface
public interface Interpreter {
    Interpretation hear(String text, Setting setting);

    /**
     * Where a text was said.
     *
     * @param asked facts that the open card asks for, the question first; empty when none is open
     */
    record Setting(List<String> asked, Answers answers, boolean opening) {}
}
