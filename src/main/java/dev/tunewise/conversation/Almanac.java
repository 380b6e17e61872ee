package dev.tunewise.conversation;

import dev.tunewise.chat.Text;
import dev.tunewise.flow.Answers;
import dev.tunewise.reading.Intent;
import java.util.Optional;

/** Port: answers questions that people put to us, from prices, glossary, sources and statistics. */
@FunctionalInterface
public interface Almanac {
    /**
     * A short answer.
     *
     * @param inquiry what is asked
     * @param answers what is known in the consultation
     * @return empty when it has no source for one
     */
    Optional<Text> answer(Intent inquiry, Answers answers);

    /** This almanac, and another one for what it does not know. */
    default Almanac or(Almanac other) {
        return (inquiry, answers) -> answer(inquiry, answers).or(() -> other.answer(inquiry, answers));
    }

    /** Knows nothing. */
    static Almanac empty() {
        return (_, _) -> Optional.empty();
    }
}
