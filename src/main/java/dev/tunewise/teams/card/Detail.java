package dev.tunewise.teams.card;

/**
 * How much of a post is drawn, so that it fits.
 *
 * @param text characters of a paragraph
 * @param items entries of lists and rows of tables
 * @param folded whether folded parts are drawn
 */
record Detail(int text, int items, boolean folded) {
    static final Detail ALL = new Detail(6_000, 60, true);
    static final Detail NO_FOLDS = new Detail(4_000, 40, false);
    static final Detail SHORT = new Detail(700, 10, false);
    static final Detail SHORTEST = new Detail(300, 5, false);
}
