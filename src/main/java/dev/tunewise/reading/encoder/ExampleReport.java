package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was learned from the examples of a flow, in lines for their author. */
public final class ExampleReport {
    /** How many examples there are, and for each fact from where on it is proposed and what became of held-out examples. */
    public static String of(Flow flow, LearnedChoices learned) {
        ExampleLines examples = ExampleLines.of(flow);
        int values = examples.values().stream().mapToInt(List::size).sum();
        StringBuilder report = new StringBuilder(line(
                "Learned from %,d example sentences for %d values. Of held-out ones, by fact: threshold, share of proposals"
                        + " right, share found.",
                examples.lines().size(), values));
        for (int fact = 0; fact < examples.facts().size(); fact++) {
            Calibration calibration = learned.calibrations().get(fact);
            long silent =
                    examples.stated().get(fact).stream().filter(Set::isEmpty).count();
            report.append(line(
                    "  %-18s %4d lines  %.2f  %3.0f %% right  %3.0f %% found",
                    examples.facts().get(fact),
                    examples.lines().size() - silent,
                    calibration.threshold(),
                    100 * calibration.precision(),
                    100 * calibration.recall()));
        }
        return report.toString();
    }

    /** What a sentence would have proposed, what came near, and why. */
    public static String of(SegmentScores.Scored scored) {
        StringBuilder report = new StringBuilder();
        scored.questions()
                .forEach(asked ->
                        report.append(line("asks          %s  (likeness %.2f)", asked.kind(), asked.likeness())));
        scored.told()
                .forEach(
                        told -> report.append(line("tells         %s  (likeness %.2f)", told.kind(), told.likeness())));
        for (SegmentScores.Score score : scored.scores()) {
            report.append(line(
                    "%s  %s = %s  (likely by %.0f %%, %.0f %% needed%s)",
                    score.proposes() ? "proposed    " : "not proposed",
                    score.fact(),
                    score.value(),
                    100 * score.probability(),
                    100 * LearnedChoices.Likelihood.LEAST,
                    score.objection().isEmpty() ? "" : "; the guard: " + score.objection()));
            report.append(line("              in \"%s\"", score.segment().words()));
            score.nearest().forEach(near -> report.append(line("              near \"%s\"", near)));
        }
        return report.isEmpty() ? line("Nothing would be proposed, and nothing comes near.") : report.toString();
    }

    private static String line(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts) + "\n";
    }
}
