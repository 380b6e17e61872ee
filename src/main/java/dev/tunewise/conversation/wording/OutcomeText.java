package dev.tunewise.conversation.wording;

import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcomes and amounts as people read them. */
public final class OutcomeText {
    /** The result of a decision, in a line: `quality 81 % → 92 %, cost $1,200 → $400 a month`. */
    public static String outcome(Messages wording, FollowUp.Outcome outcome) {
        List<String> parts = new ArrayList<>();
        BigDecimal better = outcome.qualityAfter();
        if (outcome.qualityBefore() != null && better != null) {
            parts.add(wording.plain(
                    "outcome-quality", NumberFormat.number(outcome.qualityBefore()), NumberFormat.number(better)));
        }
        BigDecimal after = outcome.costAfter();
        if (outcome.costBefore() != null && after != null) {
            parts.add(wording.plain("outcome-cost", dollars(outcome.costBefore()), dollars(after)));
        }
        return String.join(", ", parts);
    }

    /** What is saved a month with its range, or what it costs more; empty where nothing was computed. */
    public static String gain(Messages wording, @Nullable Range gain) {
        if (gain == null) {
            return "";
        }
        boolean more = gain.likely().signum() < 0;
        Range shown = more
                ? new Range(
                        gain.high().negate(), gain.likely().negate(), gain.low().negate())
                : gain;
        if (shown.low().signum() < 0) {
            return wording.plain(
                    more ? "gain-more-or-less" : "gain-less-or-more",
                    dollars(shown.likely()),
                    dollars(shown.low().negate()),
                    dollars(shown.high()));
        }
        return wording.plain(
                more ? "gain-more" : "gain-less", dollars(shown.likely()), dollars(shown.low()), dollars(shown.high()));
    }

    public static String dollars(BigDecimal amount) {
        return MoneyFormat.rounded(Money.of(amount));
    }
}
