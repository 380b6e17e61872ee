package dev.tunewise.web.visitor;

import dev.tunewise.access.Secrets;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random keys: one per form drawn, so that sending it twice counts once, and one per person. */
@Singleton
public final class RandomKeys {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isKey(String text) {
        return text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /**
     * The key of an event: the form's key and what was sent, so that a form left open in another tab may still send something else.
     *
     * @param form key of the form; a fresh one is taken when it is none of ours
     */
    public String event(String form, String content) {
        return (isKey(form) ? form : next()) + "-" + HexFormat.of().formatHex(Secrets.sha256(content), 0, 8);
    }
}
