package dev.tunewise.conversation.state;

import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log of decisions shows of a consultation besides its question and answer.
 *
 * @param decidedAt when the answer that stands was given, or null while there is none
 * @param people who took part, by name, in order of appearance
 * @param gain what the answer saves a month in US dollars, below zero where it costs more; null where nothing was computed
 * @param footing what else can be compared with a later calculation, or null where an older version computed
 * @param reminded whether nobody is reminded of it any more
 * @param waits whether what it saves comes only after something else was done first, so that no sum counts it
 * @param withoutCosts the verdict in a sentence without any amount of money; empty where there is none
 */
public record LoggedDecision(
        Status status,
        @Nullable Instant decidedAt,
        List<String> people,
        @Nullable Range gain,
        @Nullable Footing footing,
        FollowUp followUp,
        boolean reminded,
        String withoutCosts,
        boolean waits) {
    /**
     * What a decision was calculated with.
     *
     * @param lever id of the lever to pull; empty where an older version computed
     * @param option name of the recommended option; empty where nothing was computed
     * @param breakEvenOf name of the option that the next figure is about; may be empty
     * @param breakEven calls a day from which that pays, or null where no volume makes it
     */
    public record Footing(
            String lever,
            String option,
            String breakEvenOf,
            @Nullable BigDecimal breakEven,
            String prices,
            String flow) {}

    /** Every status under which it is found: where it stands, and of what was acted on also that it was looked at again. */
    public Set<Status> found() {
        boolean both = status == Status.ACTED_ON && followUp.revisited() != null;
        return both ? EnumSet.of(status, Status.REVISITED) : EnumSet.of(status);
    }

    public LoggedDecision standing(Status other) {
        return new LoggedDecision(other, decidedAt, people, gain, footing, followUp, reminded, withoutCosts, waits);
    }

    /** The same, without what an outcome says of costs. */
    public LoggedDecision withoutCostOutcome() {
        return new LoggedDecision(
                status, decidedAt, people, gain, footing, followUp.withoutCosts(), reminded, withoutCosts, waits);
    }

    public enum Status {
        /** There is no answer, or none that stands. */
        OPEN,
        /** Somebody stopped it before there was an answer. */
        STOPPED,
        /** The answer stands as it was first given. */
        DECIDED,
        /** Somebody said that it was acted on, whether it was looked at again or not. */
        ACTED_ON,
        /** It was looked at again after its first day, and the answer of that time stands. */
        REVISITED,
        /** Another decision took its place. */
        SUPERSEDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads {@link #id()}; a blank may stand for the dash. */
        public static Optional<Status> of(String id) {
            String asked = id.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
            return Stream.of(values())
                    .filter(status -> status.id().equals(asked))
                    .findFirst();
        }
    }
}
