package dev.tunewise.conversation.wording;

import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is said of decisions whose figures moved. */
public record WatchReplies(Messages wording) {
    /** Why they moved; where neither changed, or nobody noted what they were, it is only said that they are computed again. */
    public String cause(boolean prices, boolean flow) {
        return wording.plain(
                prices && flow ? "watch-both" : prices ? "watch-prices" : flow ? "watch-flow" : "watch-unknown");
    }

    /**
     * What is told of a decision in figures.
     *
     * @param option what is the best by money, which need not be what the answer says to do first
     * @param pays name of what pays from a volume on
     */
    public record Figures(
            String option,
            @Nullable Range gain,
            String pays,
            @Nullable BigDecimal breakEven) {}

    /** A decision with its figures, in a sentence or two; the figures alone without a headline. */
    public String figures(String headline, Figures figures) {
        String known = known(figures);
        if (headline.isEmpty()) {
            return known.isEmpty() ? wording.plain("watch-no-figure") : known;
        }
        String stands = headline.endsWith(".") ? headline : headline + ".";
        return known.isEmpty() ? stands : wording.plain("watch-figures", stands, known);
    }

    private String known(Figures figures) {
        Range saved = figures.gain();
        boolean named = saved != null && !figures.option().isEmpty();
        String gain = saved == null ? "" : OutcomeText.gain(wording, saved);
        String money = gain.isEmpty()
                ? ""
                : wording.plain("watch-gain", named ? wording.plain("watch-gain-with", gain, figures.option()) : gain);
        BigDecimal from = figures.breakEven();
        if (from == null) {
            return money;
        }
        String pays = named && figures.pays().equals(figures.option())
                ? wording.plain("watch-break-even-it")
                : "“" + figures.pays() + "”";
        String volume = wording.plain("watch-break-even", pays, NumberFormat.number(from));
        return money.isEmpty() ? volume : money + "; " + volume;
    }

    /** Where more answers are needed than were given. */
    public String open() {
        return wording.plain("watch-open");
    }
}
