package dev.tunewise.reading.encoder;

/** Port: turns sentences into vectors, so that sentences that mean the like lie close together. Safe for use by several threads. */
public interface SentenceEncoder {
    /** Name of the model and its version: what was learned with one name cannot be used with another. */
    String name();

    /**
     * The vector of a sentence, of length 1 and always of the same dimension.
     *
     * @param sentence any text; what is longer than the model takes is cut off
     */
    float[] encode(String sentence);
}
