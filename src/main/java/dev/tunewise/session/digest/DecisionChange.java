package dev.tunewise.session.digest;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.conversation.answer.RenderedAdvice.Bearing;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.LoggedDecision.Footing;
import dev.tunewise.session.store.ConversationSummary;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a decision that is computed again says something else than what was told. */
final class DecisionChange {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Compares.
     *
     * @param now what stands now; empty where a question is open
     * @param share from which change on, in percent of what was told, figures count as moved
     */
    static boolean of(ConversationSummary told, Optional<Consultant.Outline> now, BigDecimal share) {
        if (now.isEmpty() || !now.get().verdict().equals(told.verdict())) {
            return true;
        }
        LoggedDecision logged = told.logged();
        Footing footing = logged.footing();
        BigDecimal before = logged.gain() == null ? null : logged.gain().likely();
        CostOutline after = now.get().cost();
        return footing != null
                && (isOther(footing.lever(), now.get().lever())
                        || !footing.option().equals(after.option())
                        || (before != null && after.gain() != null && beyond(before, after.gain(), share))
                        || beyond(footing.breakEven(), after.breakEven(), share));
    }

    /** Whether the answer is the one that was told, whatever its figures are now. */
    static boolean isSameAnswer(ConversationSummary told, Bearing now) {
        Footing footing = told.logged().footing();
        return told.headline().equals(now.headline())
                || (footing != null
                        && !footing.option().isEmpty()
                        && footing.option().equals(now.option())
                        && now.verdict().equals(told.verdict())
                        && !isOther(footing.lever(), now.lever()));
    }

    private static boolean isOther(String before, String after) {
        return !before.isEmpty() && !before.equals(after);
    }

    /** A volume that came or went has moved by more than any share. */
    private static boolean beyond(@Nullable BigDecimal before, @Nullable BigDecimal after, BigDecimal share) {
        if (before == null || after == null) {
            return before != after;
        }
        return after.subtract(before)
                        .abs()
                        .multiply(HUNDRED)
                        .compareTo(before.abs().multiply(share))
                > 0;
    }
}
