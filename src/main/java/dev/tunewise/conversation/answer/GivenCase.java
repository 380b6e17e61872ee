package dev.tunewise.conversation.answer;

import dev.tunewise.flow.interview.Answers;
import java.math.BigDecimal;
import java.util.Map;

/** What advice is given about: answers, and the cost parameters that were set by hand. */
public record GivenCase(Answers answers, Map<String, BigDecimal> parameters) {
    /** As if nobody had said anything about a fact. */
    public GivenCase without(String fact) {
        return new GivenCase(answers.without(fact), parameters);
    }
}
