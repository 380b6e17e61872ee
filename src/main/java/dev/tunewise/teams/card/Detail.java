package dev.tunewise.teams.card;

/**
 * How much of a post is drawn, so that it fits.
 *
 * @param text characters of a paragraph
 * @param items entries of lists and rows of tables
 * @param folds how many folded parts are on the card itself; the others open in a dialog, or are left out where there can be none
 * @param charts whether charts are drawn; else they are said in words
 */
record Detail(int text, int items, int folds, boolean charts) {
    static final Detail ALL = new Detail(6_000, 60, Integer.MAX_VALUE, true);
    static final Detail NO_CHARTS = new Detail(6_000, 60, Integer.MAX_VALUE, false);
    static final Detail NO_FOLDS = new Detail(4_000, 40, 0, true);
    static final Detail SHORT = new Detail(700, 10, 0, false);
    static final Detail SHORTEST = new Detail(300, 5, 0, false);

    /** The same with so many folded parts on the card. */
    Detail folding(int count) {
        return new Detail(text, items, count, charts);
    }
}
