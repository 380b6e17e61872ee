package dev.tunewise.reading.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message orders or asks, beside the answers it may hold. */
public sealed interface Intent {
    Pattern SEVERAL = Pattern.compile("\\?[^?]*\\w[^?]*\\?");

    /** Whether a text puts more than one question. */
    static boolean several(String text) {
        return SEVERAL.matcher(text).find();
    }

    record None() implements Intent {}

    /**
     * An order to the consultant.
     *
     * @param name its id, such as `why` or `skip`
     * @param arguments `fact` for `change` and `why` where one was named; `format` for `export` where one was named
     */
    record Command(String name, Map<String, String> arguments) implements Intent {}

    /**
     * "What if ...": the answers as they would be; they are not the present ones.
     *
     * @param changes the answers supposed; may be empty when none was understood
     * @param asks what is supposed and has to be asked back
     * @param settings what is supposed of the numbers behind the figures
     */
    record WhatIf(List<ExtractedAnswer> changes, List<Clarification> asks, ParameterReadings settings)
            implements Intent {}

    /**
     * A question about the price of entries of a catalogue.
     *
     * @param entries ids that the name fits; several when it is ambiguous, none when it is unknown
     */
    record PriceOf(String catalogue, List<String> entries, String name) implements Intent {}

    /**
     * A question about what calls of a model, or pieces of work, cost, whose figures it tells itself; null for what it leaves out.
     *
     * @param models ids of the entries that are named; several where a name fits several
     * @param name a name that fits no entry; else empty
     * @param in tokens of a call
     * @param out tokens of an answer
     * @param each what one piece costs
     * @param totals whether these are all tokens, and no call's
     * @param lent whether lengths that it leaves out are those of the case
     */
    record BillOf(
            List<String> models,
            String name,
            @Nullable Counted count,
            @Nullable BigDecimal in,
            @Nullable BigDecimal out,
            @Nullable Each each,
            boolean totals,
            boolean batch,
            boolean lent)
            implements Intent {
        /** Whether it says itself what is paid for. */
        public boolean names() {
            return !models.isEmpty() || !name.isEmpty() || each != null;
        }

        /** Whether it says more than how many. */
        public boolean tells() {
            return names() || in != null || out != null;
        }
    }

    /**
     * How many calls or pieces.
     *
     * @param period of which it is the number: "month"; empty for once
     * @param daily on a day; null for once
     * @param thing what is counted; may be empty
     */
    record Counted(
            BigDecimal number, String period, @Nullable BigDecimal daily, String thing) {}

    /** A price for one piece. */
    record Each(BigDecimal amount, String currency) {}

    /** A question about the meaning of a term. `term`: key in the flow's glossary, or empty when it is not there. */
    record MeaningOf(String term, String said) implements Intent {}

    /**
     * A question about where a claim comes from.
     *
     * @param claim the words of the claim; empty for the last thing that was said
     */
    record SourceOf(String claim) implements Intent {}

    /**
     * Whether a difference between two shares is more than chance.
     *
     * @param better the higher share in percent
     * @param worse the lower share in percent
     * @param items number of items, 0 when not said
     */
    record Difference(double better, double worse, int items) implements Intent {}

    /**
     * Somebody pasted a text whose tokens are to be counted.
     *
     * @param pasted the text, which is not read; may be empty
     * @param part what it is to a call
     */
    record Tokens(String pasted, Part part) implements Intent {
        /** What a text is to a call. */
        public enum Part {
            PROMPT,
            INPUT,
            OUTPUT,
            UNKNOWN
        }
    }

    /** A question to the consultant of no kind above. */
    record Question(String words) implements Intent {}

    /** A word that calls for a word back. */
    record SmallTalk(Kind kind) implements Intent {
        public enum Kind {
            GREETING,
            THANKS,
            LAUGHTER,
            FAREWELL,
            WAITING,
            ACKNOWLEDGED
        }
    }
}
