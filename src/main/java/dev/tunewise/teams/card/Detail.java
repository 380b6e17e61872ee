package dev.tunewise.teams.card;

/**
 * How much of a post is drawn, so that it fits.
 *
 * @param text characters of a paragraph
 * @param items entries of lists and rows of tables
 * @param folded whether folded parts are drawn
 * @param charts whether charts are drawn; else they are said in words
 */
record Detail(int text, int items, boolean folded, boolean charts) {
    static final Detail ALL = new Detail(6_000, 60, true, true);
    static final Detail NO_CHARTS = new Detail(6_000, 60, true, false);
    static final Detail NO_FOLDS = new Detail(4_000, 40, false, true);
    static final Detail SHORT = new Detail(700, 10, false, false);
    static final Detail SHORTEST = new Detail(300, 5, false, false);
}
