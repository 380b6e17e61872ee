package dev.tunewise.storage.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tunewise.access.Secrets;
import java.util.Base64;

/**
 * A key that hides words which are to be found again: whoever has the database and not the key sees which decisions share a word, not which word
 * it is.
 *
 * @param name of the key it was derived from
 */
public record WordKey(String name, byte[] key) {
    /** Hides nothing: texts are kept as they are too where there is no key. */
    static final WordKey NONE = of("0000000", "words".getBytes(UTF_8));

    /** Characters of a word; by chance two words share one in a thousand million cases. */
    private static final int LENGTH = 5;

    /** The key of words that follows from a key for texts. */
    public static WordKey of(String name, byte[] secret) {
        return new WordKey(name, Secrets.signature(secret, "words"));
    }

    /** What stands for a word: always as long. */
    String hidden(String word) {
        return Base64.getEncoder().encodeToString(Secrets.signature(key, word)).substring(0, LENGTH);
    }
}
