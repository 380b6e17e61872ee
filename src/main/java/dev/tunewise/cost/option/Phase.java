package dev.tunewise.cost.option;

/** What a line of an option belongs to. */
public enum Phase {
    /** Paid once. */
    SETUP,
    /** Paid each month for the calls. */
    RUN,
    /** What wrong answers cost each month. */
    ERRORS,
    /** Paid each month to keep the option working. */
    UPKEEP
}
