package dev.tunewise.storage.secret;

import java.util.function.UnaryOperator;

/**
 * Where the keys come from. With neither keys nor a file, an SQLite database has a key file beside it, and PostgreSQL none.
 *
 * @param keys the keys themselves, joined by commas, the newest first; each 32 bytes in base64, or {@code kms:} and what a KMS made of
 *     them; empty for none
 * @param file a file with the same, one key a line; empty for none
 * @param kmsUri address of the key in a KMS that encrypts the others, as Tink writes it; empty for none
 * @param kmsCredentials path of a credentials file for the KMS; empty for the ones of the machine
 */
public record KeySettings(String keys, String file, String kmsUri, String kmsCredentials) {
    public static KeySettings of(String keys) {
        return new KeySettings(keys, "", "", "");
    }

    /** What the service reads from the environment, for commands beside it. */
    public static KeySettings fromEnvironment() {
        UnaryOperator<String> setting = name -> {
            String value = System.getenv(name);
            return value == null ? "" : value.strip();
        };
        return new KeySettings(
                setting.apply(SecretKeys.KEYS),
                setting.apply(SecretKeys.FILE),
                setting.apply(KmsKeys.URI),
                setting.apply("TUNEWISE_KMS_CREDENTIALS"));
    }

    /** Whether keys were set; a KMS alone encrypts keys, but holds none of ours. */
    public boolean given() {
        return !keys.isBlank() || !file.isBlank();
    }

    @Override
    public String toString() {
        return "KeySettings[file=" + file + ", kmsUri=" + kmsUri + "]";
    }
}
