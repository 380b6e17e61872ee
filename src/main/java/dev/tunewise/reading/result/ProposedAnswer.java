package dev.tunewise.reading.result;

import dev.tunewise.flow.Value;

/**
 * A choice that a message seems to state. It is no answer until somebody confirms it.
 *
 * @param value the value; of a fact with several choices one of them, or none where the words say that none holds
 * @param start index of the quote in the message as typed
 * @param probability how often such a proposal was right among examples that were held out, between 0 and 1
 * @param direct whether it answers the question that is open so clearly that it needs no confirmation
 */
public record ProposedAnswer(String fact, Value value, String quote, int start, double probability, boolean direct) {
    /** What rules read without a sign of whose it is: so many were right in posts that nobody had fitted. */
    private static final double BY_RULES = 0.87;

    public static ProposedAnswer unsure(String fact, Value value, String quote, int start) {
        return new ProposedAnswer(fact, value, quote, start, BY_RULES, false);
    }
}
