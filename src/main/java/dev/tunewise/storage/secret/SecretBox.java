package dev.tunewise.storage.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import dev.tunewise.storage.document.StorageException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts documents with AES-256-GCM. The place where a document is kept is bound to it, so that a document moved to another place in the
 * database does not open there.
 */
public final class SecretBox {
    private final SecretKeys keys;
    private volatile @Nullable Aead aead;

    public SecretBox(SecretKeys keys) {
        this.keys = keys;
    }

    public String seal(Label label, String document) {
        try {
            return Base64.getEncoder().encodeToString(aead().encrypt(document.getBytes(UTF_8), label.bytes()));
        } catch (GeneralSecurityException e) {
            throw new StorageException("The secret " + label + " cannot be encrypted", e);
        }
    }

    public String open(Label label, String closed) {
        try {
            return new String(aead().decrypt(Base64.getDecoder().decode(closed), label.bytes()), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StorageException(
                    "The secret " + label + " does not open: the key that closed it is not among TUNEWISE_SECRET_KEYS."
                            + " Add the old key behind the new one, or install the app anew.",
                    e);
        }
    }

    /** Made when it is first needed, since a key file is; then kept, since every text takes it. */
    private Aead aead() throws GeneralSecurityException {
        Aead made = aead;
        if (made == null) {
            made = keys.aead();
            aead = made;
        }
        return made;
    }

    /** Where a document is kept. */
    public record Label(String channel, String workspace, String kind, String name) {
        /** Lengths go in front of the parts, so that no two places share their bytes. */
        byte[] bytes() {
            StringBuilder joined = new StringBuilder();
            for (String part : new String[] {channel, workspace, kind, name}) {
                joined.append(part.length()).append(':').append(part);
            }
            return joined.toString().getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return channel + "/" + workspace + "/" + kind + "/" + name;
        }
    }
}
