package dev.tunewise.conversation.followup;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that somebody says about what becomes of an answer. */
public sealed interface FollowUpRequest {
    /** Whoever says it sees to it. */
    record Own() implements FollowUpRequest {}

    /** Somebody else sees to it. `name`: as typed, without the sign of a mention. */
    record Owner(String name) implements FollowUpRequest {}

    /** Nobody sees to it any more. */
    record NoOwner() implements FollowUpRequest {}

    /** It is looked at again on a day. */
    record Review(LocalDate on) implements FollowUpRequest {}

    /** It need not be looked at again. */
    record NoReview() implements FollowUpRequest {}

    /** It is to be looked at again, and which day is meant cannot be told. `typed`: what was typed of the day. */
    record WhichDay(String typed) implements FollowUpRequest {}

    /** It was looked at again, and stands. */
    record StillHolds() implements FollowUpRequest {}

    record ActedOn() implements FollowUpRequest {}

    /** Something took its place. `by`: what; may be empty. */
    record Superseded(String by) implements FollowUpRequest {}

    /** The result; each figure may be missing, and where all are they could not be read. */
    record Report(
            @Nullable BigDecimal qualityBefore,
            @Nullable BigDecimal qualityAfter,
            @Nullable BigDecimal costBefore,
            @Nullable BigDecimal costAfter)
            implements FollowUpRequest {
        boolean empty() {
            return qualityBefore == null && costBefore == null;
        }
    }
}
