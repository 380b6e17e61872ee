package dev.tunewise.conversation.understanding;

import java.util.Optional;

/** Port: counts the tokens of a text. */
@FunctionalInterface
public interface TokenCountPort {
    /**
     * The tokens of a text.
     *
     * @param model the model that reads it, as the consultation knows it
     * @return empty where nothing can count
     */
    Optional<Counted> count(String text, Optional<String> model);

    /** `why`: what the encoding is to the model, in a sentence. */
    record Counted(int tokens, String encoding, boolean approximate, String why) {}
}
