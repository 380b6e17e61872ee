package dev.tunewise.flow.forecast;

import dev.tunewise.flow.prior.DrawnTeams;

/**
 * Teams with the rules that decide for them.
 *
 * @param ruleOf for each team the place of its rule among the flow's, or {@link #NONE}
 * @param weight for each team its share of all, not normalised
 */
record DecidedTeams(DrawnTeams drawn, int[] ruleOf, double[] weight) {
    /** Stands for a rule where none was found. */
    static final int NONE = -1;

    int size() {
        return ruleOf.length;
    }

    boolean isDecided(int team) {
        return ruleOf[team] != NONE;
    }
}
