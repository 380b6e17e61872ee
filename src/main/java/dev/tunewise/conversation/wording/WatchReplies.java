package dev.tunewise.conversation.wording;

import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.money.NumberFormat;

/** What is said of figures that moved. */
public final class WatchReplies {
    private final Messages wording;

    /** Words in a language. */
    public WatchReplies(Messages wording) {
        this.wording = wording;
    }

    /** Why they moved. */
    public String cause(boolean flowChanged) {
        return wording.plain(flowChanged ? MessageKey.WATCH_FLOW : MessageKey.WATCH_PRICES);
    }

    /** A decision with its figures, in a line. */
    public String figures(String headline, LoggedDecision logged) {
        String gain = OutcomeText.gain(wording, logged.gain());
        var volume = logged.breakEven();
        String from = volume == null
                ? ""
                : wording.plain(MessageKey.WATCH_BREAK_EVEN, NumberFormat.number(volume));
        return gain.isEmpty() ? headline : wording.plain(MessageKey.WATCH_FIGURES, headline, gain + from);
    }
}
