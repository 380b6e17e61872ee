package dev.tunewise.conversation.understanding;

import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.ProposedAnswer;

/**
 * A reading that examples or a language model propose; it counts only once a person confirms it.
 *
 * @param value the value; of a fact with several choices those that are proposed
 * @param probability how likely it is right, between 0 and 1
 * @param direct whether it answers the open question so clearly that it needs no confirmation
 */
public record Proposal(String fact, Value value, String quote, double probability, boolean direct) {
    /**
     * Less likely ones of a whole post are not put to people: of 70 that posts nobody had fitted gave two in three were right, of 236 others six in
     * seven. Asking whether somebody said what he did not costs more trust than a question later.
     */
    private static final double LIKELY = 0.5;

    public static Proposal of(ProposedAnswer answer) {
        return new Proposal(answer.fact(), answer.value(), answer.quote(), answer.probability(), answer.direct());
    }

    /** A proposal of a reader that gives no probability: it is put to people, after all others. */
    public Proposal(String fact, Value value, String quote) {
        this(fact, value, quote, LIKELY, false);
    }

    /** Whether it is likely enough to be put to people whose post asks something else. */
    public boolean isLikely() {
        return probability >= LIKELY;
    }
}
