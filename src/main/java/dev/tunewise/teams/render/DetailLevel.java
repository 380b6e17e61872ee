package dev.tunewise.teams.render;

/**
 * How much of a post is drawn, so that it fits.
 *
 * @param folds how many folded parts are on the card itself; the others open in a dialog, or are left out where there can be none
 * @param charts whether charts are drawn; else they are said in words
 */
record DetailLevel(int text, int items, int folds, boolean charts) {
    static final DetailLevel ALL = new DetailLevel(6_000, 60, Integer.MAX_VALUE, true);
    static final DetailLevel NO_CHARTS = new DetailLevel(6_000, 60, Integer.MAX_VALUE, false);
    static final DetailLevel NO_FOLDS = new DetailLevel(4_000, 40, 0, true);
    static final DetailLevel SHORT = new DetailLevel(700, 10, 0, false);
    static final DetailLevel SHORTEST = new DetailLevel(300, 5, 0, false);

    /** The same with so many folded parts on the card. */
    DetailLevel folding(int count) {
        return new DetailLevel(text, items, count, charts);
    }
}
