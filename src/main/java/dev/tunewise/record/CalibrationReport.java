package dev.tunewise.record;

import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.money.Range;
import dev.tunewise.money.Rounding;
import dev.tunewise.session.store.ConversationSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well past estimates held: what was estimated to be saved a month beside what was saved, for every decision whose cost before and after
 * somebody reported. All in US dollars a month.
 *
 * @param cases the decisions, in the order in which they were given
 * @param reported how many have any outcome, with costs or without
 */
public record CalibrationReport(List<Case> cases, int reported) {
    /** Where decisions stand of which somebody may have reported: what took their place does not undo the result. */
    public static final Set<Status> LOOKED_AT = Set.of(Status.ACTED_ON, Status.SUPERSEDED);

    private static final RecordTree TREE = new RecordTree(
                    AdviceDocument.TREE,
                    Map.of(
                            Case.class,
                            "id question estimate saved within_range=held ratio qualityGained",
                            Range.class,
                            "low likely high"))
            .with(Optional.class, ratio -> ratio.orElse(null));

    /**
     * An estimate and its reported result.
     *
     * @param saved cost before less cost after; below zero where it costs more
     * @param qualityGained percentage points, or null where nobody reported quality
     */
    public record Case(
            String id,
            String question,
            Range estimate,
            BigDecimal saved,
            @Nullable BigDecimal qualityGained) {
        /** Whether what was saved lies in the range that was estimated. */
        public boolean held() {
            return saved.compareTo(estimate.low()) >= 0 && saved.compareTo(estimate.high()) <= 0;
        }

        /** What was saved for each dollar that was likely to be; empty where that was nothing. */
        public Optional<BigDecimal> ratio() {
            return estimate.likely().signum() == 0
                    ? Optional.empty()
                    : Optional.of(Rounding.divide(saved, estimate.likely()).setScale(3, RoundingMode.HALF_EVEN));
        }
    }

    public static CalibrationReport of(List<ConversationSummary> decisions) {
        List<Case> cases = new ArrayList<>();
        int reported = 0;
        for (ConversationSummary decision : decisions) {
            FollowUp.Outcome outcome = decision.logged().followUp().outcome();
            Range estimate = decision.logged().gain();
            if (outcome == null) {
                continue;
            }
            reported++;
            BigDecimal before = outcome.costBefore();
            BigDecimal after = outcome.costAfter();
            if (estimate != null && before != null && after != null) {
                cases.add(
                        new Case(decision.id(), decision.title(), estimate, before.subtract(after), quality(outcome)));
            }
        }
        return new CalibrationReport(cases, reported);
    }

    private static @Nullable BigDecimal quality(FollowUp.Outcome outcome) {
        BigDecimal before = outcome.qualityBefore();
        BigDecimal after = outcome.qualityAfter();
        return before == null || after == null ? null : after.subtract(before);
    }

    public long held() {
        return cases.stream().filter(Case::held).count();
    }

    /** The middle one of what was saved for each dollar that was likely to be; empty where there is none. */
    public Optional<BigDecimal> medianRatio() {
        List<BigDecimal> ratios =
                cases.stream().flatMap(each -> each.ratio().stream()).sorted().toList();
        int middle = ratios.size() / 2;
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ratios.size() % 2 == 1
                        ? ratios.get(middle)
                        : Rounding.divide(ratios.get(middle - 1).add(ratios.get(middle)), BigDecimal.valueOf(2))
                                .setScale(3, RoundingMode.HALF_EVEN));
    }

    /** The report in a sentence; empty where nobody reported a cost. */
    public String sentence() {
        if (cases.isEmpty()) {
            return "";
        }
        String ratio = medianRatio()
                .map(median -> " In the middle case, "
                        + median.movePointRight(2)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + " % of the likely saving came true.")
                .orElse("");
        return "Estimates against outcomes: " + held() + " of " + cases.size()
                + " saved an amount within the range that was estimated." + ratio;
    }

    public String json() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("currency", "USD");
        tree.put("reported", reported);
        tree.put("with_costs", cases.size());
        tree.putAll(TREE.parts(this, "within_range=held medianRatio cases"));
        return DecisionLogFile.text(tree);
    }
}
