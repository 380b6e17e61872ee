package dev.tunewise.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Texts that nobody guesses, fingerprints from which a text cannot be told, and signatures. */
public final class Secrets {
    private static final String HMAC = "HmacSHA256";

    private Secrets() {}

    /** A text of so many random bytes, as addresses and headers may hold it. */
    public static String random(RandomGenerator random, int bytes) {
        byte[] chosen = new byte[bytes];
        random.nextBytes(chosen);
        return text(chosen);
    }

    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What only those who have the key can make of a text, and of what comes after it. */
    public static byte[] signature(byte[] key, String text, byte... rest) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(rest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }

    /** Whether two texts are the same, found out in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
