package dev.tunewise.conversation.wording;

import dev.tunewise.money.AmountMention;

/** What a question is called where people may see no costs. */
public final class SharedTitle {
    /** The title itself; where its own words name an amount of money, words that name none. */
    public static String of(Messages wording, String title) {
        return AmountMention.in(title) ? wording.plain("title-without-costs") : title;
    }
}
