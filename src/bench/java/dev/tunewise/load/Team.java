package dev.tunewise.load;

/** A virtual team: it opens a consultation and writes in it, each message when the one before is answered. */
@FunctionalInterface
interface Team {
    int MESSAGES = 4;

    /** One consultation, until the stretch of load is over. */
    void consult(Measured measured);

    /** What somebody says as the nth message; the number in it is found again in the reply. */
    static String words(long amount) {
        return "about " + amount + " calls a day";
    }

    /** An amount with a form of its own for each message. */
    static long amount(int message, long number) {
        return 1_000 * (message + 1) + number % 1_000;
    }
}
