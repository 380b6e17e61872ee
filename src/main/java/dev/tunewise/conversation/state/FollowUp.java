package dev.tunewise.conversation.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an answer after it was given, as the thread said it.
 *
 * @param owner who sees to it, or null where nobody said
 * @param review the day on which it is looked at again, or null where none was set
 * @param actedOn when somebody said that it was acted on, or null
 * @param superseded what took its place, or null while nothing did
 * @param outcome the result, or null where nobody reported
 * @param planned the day of the review as it came with the answer, or null where none did; another than the review where people chose
 * @param moved how its figures moved when they were last computed again, or null where they did not
 * @param revisited when somebody last said that it still holds, or null
 * @param left when it was noticed that the owner is no more among the people of the place, or null
 */
public record FollowUp(
        @Nullable Author owner,
        @Nullable LocalDate review,
        @Nullable Instant actedOn,
        @Nullable Superseded superseded,
        @Nullable Outcome outcome,
        @Nullable LocalDate planned,
        @Nullable Moved moved,
        @Nullable Instant revisited,
        @Nullable Instant left) {
    public static final FollowUp NONE = new FollowUp(null, null, null, null, null, null, null, null, null);

    /** Something took its place. `by`: what, as somebody said it; may be empty. */
    public record Superseded(String by) {}

    /**
     * The result, as somebody reported it; each figure may be missing.
     *
     * @param qualityBefore share of right answers before, in percent
     * @param qualityAfter the same afterwards
     * @param costBefore US dollars a month before
     * @param costAfter the same afterwards
     */
    public record Outcome(
            @Nullable BigDecimal qualityBefore,
            @Nullable BigDecimal qualityAfter,
            @Nullable BigDecimal costBefore,
            @Nullable BigDecimal costAfter,
            String by,
            Instant at) {
        /** What it says of quality alone. */
        Outcome withoutCosts() {
            return new Outcome(qualityBefore, qualityAfter, null, null, by, at);
        }
    }

    /** Figures that moved under an answer. `at`: when that was noticed. */
    public record Moved(Instant at, String cause, String before, String now) {}

    /** The same, without what an outcome says of costs. */
    public FollowUp withoutCosts() {
        Outcome told = outcome == null ? null : outcome.withoutCosts();
        return new FollowUp(owner, review, actedOn, superseded, told, planned, moved, revisited, left);
    }

    public FollowUp moved(Moved how) {
        return new FollowUp(owner, review, actedOn, superseded, outcome, planned, how, revisited, left);
    }

    public FollowUp owned(@Nullable Author by) {
        return new FollowUp(by, review, actedOn, superseded, outcome, planned, moved, revisited, null);
    }

    /** The owner is gone since then; with null there again. */
    public FollowUp left(@Nullable Instant since) {
        return new FollowUp(owner, review, actedOn, superseded, outcome, planned, moved, revisited, since);
    }

    /** With a day on which it is looked at again. */
    public FollowUp reviewed(@Nullable LocalDate on) {
        return new FollowUp(owner, on, actedOn, superseded, outcome, planned, moved, revisited, left);
    }

    /** With the day that comes with an answer, or none; what people chose stays. */
    public FollowUp planned(@Nullable LocalDate on) {
        return Objects.equals(review, planned)
                ? new FollowUp(owner, on, actedOn, superseded, outcome, on, moved, revisited, left)
                : this;
    }

    /** Looked at on its day; the next answer makes a new plan. */
    public FollowUp looked() {
        return new FollowUp(owner, null, actedOn, superseded, outcome, null, null, revisited, left);
    }

    public FollowUp revisited(Instant when) {
        return new FollowUp(owner, review, actedOn, superseded, outcome, planned, moved, when, left);
    }

    public FollowUp actedOn(Instant when) {
        return new FollowUp(owner, review, when, superseded, outcome, planned, moved, revisited, left);
    }

    public FollowUp superseded(String by) {
        return new FollowUp(owner, review, actedOn, new Superseded(by), outcome, planned, moved, revisited, left);
    }

    public FollowUp reported(Outcome later) {
        Outcome known = outcome;
        Outcome whole = known == null
                ? later
                : new Outcome(
                        or(later.qualityBefore(), known.qualityBefore()),
                        or(later.qualityAfter(), known.qualityAfter()),
                        or(later.costBefore(), known.costBefore()),
                        or(later.costAfter(), known.costAfter()),
                        later.by(),
                        later.at());
        return new FollowUp(
                owner,
                review,
                actedOn == null ? later.at() : actedOn,
                superseded,
                whole,
                planned,
                moved,
                revisited,
                left);
    }

    private static @Nullable BigDecimal or(@Nullable BigDecimal later, @Nullable BigDecimal known) {
        return later == null ? known : later;
    }
}
