package dev.tunewise.conversation.understanding;

import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;

/** Port: understands what people type. */
@FunctionalInterface
public interface Interpreter {
    Interpretation hear(String text, Setting setting);

    /** What it says without a sign that it is the speaker's own: to confirm. */
    default List<Proposal> proposed(String text, ReadingContext context) {
        return List.of();
    }

    /**
     * Where a text was said.
     *
     * @param asked facts that the open card asks for, the question first; empty when none is open
     */
    record Setting(List<String> asked, Answers answers, boolean opening) {
        public Setting {
            asked = List.copyOf(asked);
        }
    }
}
