package dev.tunewise.storage.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.tunewise.storage.document.StorageException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Keys as a key management service keeps them safe: it encrypts them, and only it can decrypt them. Any service that Tink has a client for
 * will do; the client is found on the class path.
 *
 * @param uri of the key in the service; empty when there is none
 * @param credentials path of a file; empty for the credentials of the machine
 */
record KmsKeys(String uri, String credentials) {
    static final String URI = "TUNEWISE_KMS_KEY_URI";

    /** What an encrypted key begins with. */
    static final String MARK = "kms:";

    private static final byte[] PURPOSE = "tunewise-key".getBytes(UTF_8);

    /** A key as it is written down: encrypted where there is a KMS. */
    String write(byte[] key) {
        if (uri.isBlank()) {
            return Base64.getEncoder().encodeToString(key);
        }
        try {
            return MARK + Base64.getEncoder().encodeToString(aead().encrypt(key, PURPOSE));
        } catch (GeneralSecurityException | RuntimeException failed) {
            throw failure("encrypted no key", failed);
        }
    }

    /** Decrypts what was written down. */
    byte[] read(String entry) {
        if (uri.isBlank()) {
            throw new StorageException("A key is encrypted by a KMS (it begins with " + MARK + "), and " + URI
                    + " is empty. Set it to the address that the key was made with, for example gcp-kms://projects/….");
        }
        try {
            return aead().decrypt(Base64.getDecoder().decode(entry.substring(MARK.length())), PURPOSE);
        } catch (GeneralSecurityException | RuntimeException failed) {
            throw failure("decrypted a key not", failed);
        }
    }

    private Aead aead() throws GeneralSecurityException {
        List<String> found = new ArrayList<>();
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                return (credentials.isBlank() ? client.withDefaultCredentials() : client.withCredentials(credentials))
                        .getAead(uri);
            }
            found.add(client.getClass().getSimpleName());
        }
        throw new StorageException(
                URI + " is " + uri + ", and no client on the class path knows such an address (found "
                        + (found.isEmpty() ? "none" : String.join(", ", found))
                        + "). Put Tink's client for it there, such as tink-gcpkms or tink-awskms with what it needs.");
    }

    private StorageException failure(String what, Exception cause) {
        return cause instanceof StorageException known
                ? known
                : new StorageException(
                        "The KMS at " + uri + " " + what + " (" + cause.getMessage()
                                + "). Check that it can be reached and that the credentials may use this key.",
                        cause);
    }
}
