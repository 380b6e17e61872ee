package dev.tunewise.conversation.wording;

import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is said of decisions whose figures moved. */
public record WatchReplies(Messages wording) {
    /** Why they moved; where neither changed, or nobody noted what they were, it is only said that they are reckoned anew. */
    public String cause(boolean prices, boolean flow) {
        return wording.plain(
                prices && flow ? "watch-both" : prices ? "watch-prices" : flow ? "watch-flow" : "watch-unknown");
    }

    /** A decision with its figures, in a sentence or two. `pays`: name of what pays from a volume on. */
    public String figures(String headline, @Nullable Range gain, String pays, @Nullable BigDecimal breakEven) {
        String stands = headline.isEmpty() || headline.endsWith(".") ? headline : headline + ".";
        String figures = known(gain, pays, breakEven);
        return figures.isEmpty() ? stands : wording.plain("watch-figures", stands, figures);
    }

    /** The same without the answer itself. */
    public String figures(@Nullable Range gain, String pays, @Nullable BigDecimal breakEven) {
        String figures = known(gain, pays, breakEven);
        return figures.isEmpty() ? wording.plain("watch-no-figure") : figures;
    }

    private String known(@Nullable Range gain, String pays, @Nullable BigDecimal breakEven) {
        String money = gain == null ? "" : wording.plain("watch-gain", OutcomeText.gain(wording, gain));
        String volume =
                breakEven == null ? "" : wording.plain("watch-break-even", pays, NumberFormat.number(breakEven));
        return money.isEmpty() || volume.isEmpty() ? money + volume : money + "; " + volume;
    }

    /** Where more answers are needed than were given. */
    public String open() {
        return wording.plain("watch-open");
    }
}
