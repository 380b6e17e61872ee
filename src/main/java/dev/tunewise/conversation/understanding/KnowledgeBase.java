package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Text;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.Intent;
import java.util.Optional;

/** Port: answers questions that people put to us, from prices, glossary, sources and statistics. */
@FunctionalInterface
public interface KnowledgeBase {
    /**
     * @return empty when it has no source for one
     */
    Optional<Text> answer(Intent inquiry, Answers answers);

    /**
     * What to say about a whole message in which nothing is asked that could be told, such as a claim that somebody quotes; empty as a
     * rule.
     */
    default Optional<Text> remark(String text) {
        return Optional.empty();
    }

    /** This almanac, and another one for what it does not know. */
    default KnowledgeBase or(KnowledgeBase other) {
        KnowledgeBase first = this;
        return new KnowledgeBase() {
            @Override
            public Optional<Text> answer(Intent inquiry, Answers answers) {
                return first.answer(inquiry, answers).or(() -> other.answer(inquiry, answers));
            }

            @Override
            public Optional<Text> remark(String text) {
                return first.remark(text).or(() -> other.remark(text));
            }
        };
    }
}
