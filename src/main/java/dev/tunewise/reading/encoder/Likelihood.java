package dev.tunewise.reading.encoder;

/**
 * How likely a proposal is right. The probability of the softmax alone says little of long posts, where every sentence comes near to something:
 * a second look asks whether its lines are nearer than all others, how many of the nearest state it, and whether other words of the message
 * say it too. The weights are fitted to what came near in 297 posts and situations, those that are held back left out (2026-11-29).
 */
final class Likelihood {
    /** From here on it is proposed. */
    static final double LEAST = 0.53;

    /** From here on it answers an open question. */
    static final double SURE = 0.85;

    /** So many of the nearest lines are looked at. */
    static final int NEAREST = 10;

    private static final double NONE = -1.1;
    private static final double OVER = 1.0;
    private static final double AGAIN = 0.29;
    private static final double SHARE = 0.42;
    private static final double MARGIN = 16.3;
    private static final double LENGTH = 0.31;
    private static final int MOST_AGAIN = 2;

    private Likelihood() {}

    /**
     * The log-odds of one segment.
     *
     * @param share of the nearest lines that state the value
     * @param margin by how much the nearest line of the value is nearer than the nearest other
     * @param words how many it has
     */
    static double odds(double share, double margin, int words) {
        return NONE + SHARE * share + MARGIN * margin + LENGTH * Math.log(words + 1);
    }

    /** How likely it is. `over`: how often its worth holds the threshold. `others`: how many other segments say the same. */
    static double of(double odds, double over, int others) {
        double all = odds + OVER * Math.log(Math.max(1e-6, over)) + AGAIN * Math.min(MOST_AGAIN, others);
        return 1 / (1 + Math.exp(-all));
    }
}
