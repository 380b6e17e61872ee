package dev.tunewise.cost;

/**
 * A figure of an article that its own inputs, or the price lists, contradict.
 *
 * @param id id of the case, for example {@code 000-api-saving}
 * @param ownNumbersGive what its numbers, or the price lists, give
 */
public record Contradiction(
        String id, String source, String section, String about, String articleSays, String ownNumbersGive, String why) {
    public String text() {
        return articleSays + " (" + source + ", \"" + section + "\"). Recomputed: " + ownNumbersGive + ". " + why;
    }
}
