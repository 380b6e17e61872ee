package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.Outlook;
import dev.tunewise.chat.Block;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advice in the pieces that the machine shows.
 *
 * @param withoutCosts the same without any amount of money, for those who may see none
 * @param monthly the monthly figure to show, formatted; empty where there is none
 * @param open what is still to be done or found out, in a few words each
 * @param blocks the whole answer; the card belongs below its first heading
 * @param outlook what would change it, which is looked for when it is asked for
 * @param figures the figures that a comparison is about, the most telling first; empty where nothing was computed
 * @param gain what the recommended option brings, or null where nothing was computed
 * @param bearing the same in what can be compared with an earlier one
 */
public record RenderedAdvice(
        String headline,
        String withoutCosts,
        String verdict,
        String lever,
        String monthly,
        List<String> open,
        DecisionCard card,
        List<Block> blocks,
        List<Block> explanation,
        Outlook outlook,
        List<Figure> figures,
        @Nullable Gain gain,
        Bearing bearing) {
    /**
     * What the recommended option brings against what is done today.
     *
     * @param monthly US dollars saved a month, from the worst case of both to the best; below zero where it costs more
     * @param probability the chance that it stays the best option, in percent
     * @param beforeErrors whether wrong answers are left out, since nobody said what one costs
     */
    public record Gain(String option, Range monthly, int probability, boolean beforeErrors) {}

    /**
     * What stands, in the figures by which it is compared with what stood before.
     *
     * @param option name of the recommended option; empty where nothing was computed
     * @param gain US dollars saved a month by it, or null where nothing was computed or it is what is done today
     * @param breakEvenOf name of an option with training, or else the recommended one, that beats what is done today from some volume on;
     *     empty where none does, or nothing was computed
     * @param breakEven that volume in whole calls a day, or null
     */
    public record Bearing(
            String verdict,
            String lever,
            String headline,
            String option,
            @Nullable Range gain,
            String breakEvenOf,
            @Nullable BigDecimal breakEven) {}

    /** A figure of the advice. */
    public record Figure(String label, String text) {}
}
