package dev.tunewise.conversation.state;

import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an input does to the consultation; the state is the fold of all changes. */
public sealed interface Change {
    /** A fact has a value. `quote`: the words it was read from; empty when clicked or filled in. */
    record Answered(String fact, Value value, String quote) implements Change {}

    /** Nobody knows: the fact's default is assumed. */
    record Assumed(String fact) implements Change {}

    /** What was said implies a value. `from`: the facts that it follows from. */
    record Implied(String fact, Value value, List<String> from) implements Change {}

    /** A fact that was not asked is taken as most likely, so that there is an answer. */
    record Presumed(String fact, Value value) implements Change {}

    /** Whether an answer is wanted at once, with whatever has to be assumed. `now`: false to be asked on. */
    record Hurried(boolean now) implements Change {}

    /**
     * What the answers so far lean to.
     *
     * @param probability that it stands once everything is known, in percent
     * @param decides facts that can change it, the one that weighs most first
     * @param remaining at most so many questions are left
     */
    record Leaned(String verdict, String lever, String headline, int probability, List<String> decides, int remaining)
            implements Change {}

    /** Left for later: the fact's default stands in until somebody answers. */
    record Skipped(String fact) implements Change {}

    /** The answer to a fact is taken back. */
    record Forgotten(String fact) implements Change {}

    /** A fact is asked next although it has a value. */
    record Reopened(String fact) implements Change {}

    /** What was typed can mean several things, and the thread is asked which. */
    record Unclear(String fact, List<Value> readings, String quote) implements Change {}

    /** Somebody says otherwise than somebody else did before; the thread decides. */
    record Disputed(String fact, Value value, String quote) implements Change {}

    /** A value is proposed that a person has to confirm. */
    record Proposed(String fact, Value value, String quote) implements Change {}

    /** What the thread has to decide about a fact was put to it once more, at the end. */
    record Raised(String fact) implements Change {}

    /** Nothing could be read although a question was open. */
    record Missed(String fact) implements Change {}

    /** A cost parameter is set by hand. `quote`: the words it was read from; empty when it was clicked. */
    record Tuned(String parameter, BigDecimal value, String quote) implements Change {}

    /**
     * A fact has the value that a decision record has for it, with the author that stands there.
     *
     * @param assumed whether nobody knew and a default stood in
     * @param author who said it, by name; empty where nobody noted it
     * @param at when, or null where nobody noted it
     * @param from the facts that it follows from; empty unless it is implied, and in what was stored before 0.2.0
     */
    record Recorded(
            String fact,
            Value value,
            boolean assumed,
            String author,
            @Nullable Instant at,
            String quote,
            List<String> from)
            implements Change {
        public Recorded {
            from = from == null ? List.of() : List.copyOf(from);
        }
    }

    /**
     * A cost parameter has the value that a decision record has for it, with the author that stands there.
     *
     * @param author who set it, by name; empty where nobody noted it
     * @param at when, or null where nobody noted it
     */
    record Preset(
            String parameter,
            BigDecimal value,
            String author,
            @Nullable Instant at,
            String quote) implements Change {}

    /** A cost parameter is what it is usually again. */
    record Untuned(String parameter) implements Change {}

    /** The problem in the words of the person who opened the consultation. */
    record Titled(String text) implements Change {}

    /** The last entry that changed anything is taken back. */
    record Undone() implements Change {}

    /** All answers are dropped. */
    record Restarted() implements Change {}

    /** The consultation rests; nothing is read from the thread. */
    record Stopped() implements Change {}

    /** It goes on. */
    record Resumed() implements Change {}

    /**
     * What was open about a fact is settled in favour of what it has: a dispute, a proposal, several readings, or a change that nobody made.
     */
    record Kept(String fact) implements Change {}

    /** A card with questions went out. `facts`: the facts that it asks for, in order. */
    record Asked(String card, List<String> facts) implements Change {}

    /** A card asks no more; from now on it shows the result of its questions. */
    record Settled(String card) implements Change {}

    /**
     * The answer was given, or another one than before.
     *
     * @param withoutCosts the same without any amount of money; empty where an older version noted it
     * @param brief the same in a few words; empty where an older version noted it
     */
    record Concluded(String rule, String verdict, String headline, String withoutCosts, String brief)
            implements Change {}

    /** The answer that was given stands no more: something it rested on changed, and a question is open again. */
    record Withdrawn() implements Change {}

    /** From here on the consultation follows another edition of its flow. */
    record Followed(int version, String fingerprint) implements Change {}

    /** What becomes of the answer was said. `now`: all that is known of it from here on. */
    record FollowedUp(FollowUp now) implements Change {}

    /** The answer was looked at again, and stands. */
    record Revisited() implements Change {}

    /** Whether somebody may be reminded of what stalls. `more`: false once it was done, or where nobody wants it. */
    record Reminding(boolean more) implements Change {}
}
