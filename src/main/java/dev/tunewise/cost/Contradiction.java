package dev.tunewise.cost;

import java.util.List;
import java.util.Set;

/**
 * A figure of an article that its own inputs, or the price lists, contradict.
 *
 * @param id id of the case, for example {@code 000-api-saving}
 * @param ownNumbersGive what its numbers, or the price lists, give
 * @param figures groups of figures by which it is known, all of a group; none where its words say enough
 * @param words of which one stands beside them
 */
public record Contradiction(
        String id,
        String source,
        String section,
        String about,
        String articleSays,
        String ownNumbersGive,
        String why,
        List<List<String>> figures,
        List<String> words) {
    public String text() {
        return articleSays + " (" + source + ", \"" + section + "\"). Recomputed: " + ownNumbersGive + ". " + why;
    }

    /** Whether a text in small letters, of which the figures are given, quotes it. */
    boolean quotedIn(Set<QuotedFigure> quoted, String text) {
        return words.stream().anyMatch(text::contains)
                && (figures.isEmpty()
                        || figures.stream()
                                .anyMatch(group -> group.stream()
                                        .flatMap(figure -> QuotedFigure.in(figure).stream())
                                        .allMatch(one -> one.isAmong(quoted))));
    }
}
