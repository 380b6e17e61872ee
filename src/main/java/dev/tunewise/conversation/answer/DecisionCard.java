package dev.tunewise.conversation.answer;

import java.util.List;

/**
 * What somebody who decides reads in ten seconds: what to do, the money, the next best, what flips it, what is assumed.
 *
 * @param rows in order, each with a short name
 * @param toDecide what is to be decided and how soon, without who decides it
 * @param assumed all that is assumed, of which its row names the first
 */
public record DecisionCard(List<Row> rows, String toDecide, List<String> assumed) {
    public DecisionCard {
        rows = List.copyOf(rows);
        assumed = List.copyOf(assumed);
    }

    /**
     * A line of the card.
     *
     * @param text what there is to say
     * @param action whether it says what to do; the other lines may hold figures that are not for other organisations
     */
    public record Row(String name, String text, boolean action) {}
}
