package dev.tunewise.conversation;

import dev.tunewise.chat.Text;
import dev.tunewise.flow.Answers;
import java.util.Optional;

/** Port: answers questions that people put to us, from prices, glossary, sources and statistics. */
@FunctionalInterface
public interface Almanac {
    /**
     * A short answer.
     *
     * @param question as typed
     * @param answers what is known in the consultation
     * @return empty when it has no source for one
     */
    Optional<Text> answer(String question, Answers answers);

    /** Knows nothing. */
    static Almanac empty() {
        return (_, _) -> Optional.empty();
    }
}
