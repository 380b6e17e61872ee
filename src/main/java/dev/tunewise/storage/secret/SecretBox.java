package dev.tunewise.storage.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.document.WordKey;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts documents with AES-256-GCM. The place where a document is kept is bound to it, so that a document moved to another place in the
 * database does not open there. Keys that change in their file are taken up at the next use.
 */
public final class SecretBox {
    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);

    private final SecretKeys keys;
    private volatile @Nullable Loaded loaded;

    /** Keys in use, and what their file looked like when it was last read. */
    private record Loaded(Keyset keyset, String stamp) {}

    public SecretBox(SecretKeys keys) {
        this.keys = keys;
    }

    public String seal(Label label, String document) {
        try {
            return Base64.getEncoder().encodeToString(keyset().aead().encrypt(document.getBytes(UTF_8), label.bytes()));
        } catch (GeneralSecurityException e) {
            throw new StorageException("The secret " + label + " cannot be encrypted", e);
        }
    }

    public String open(Label label, String closed) {
        Keyset keyset = keyset();
        try {
            return new String(keyset.aead().decrypt(Base64.getDecoder().decode(closed), label.bytes()), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            String name = Keyset.nameIn(closed);
            String found = name.isEmpty() || keyset.names().contains(name)
                    ? "it is damaged or was moved here from another place"
                    : "the key " + name + " that closed it is not in " + keys.place() + ", only "
                            + String.join(", ", keyset.names());
            throw new StorageException(
                    "The secret " + label + " does not open: " + found
                            + ". Put back the key file that belongs to the database, or add the old key behind the new one ("
                            + SecretKeys.KEYS + " or " + SecretKeys.FILE
                            + "); what is lost for good is an app to install or a token to make again.",
                    e);
        }
    }

    /** How what the newest key encrypts begins. */
    public String prefix() {
        return Keyset.prefix(keyset().names().getFirst());
    }

    /** The names of the keys, the one that encrypts first. */
    public List<String> names() {
        return keyset().names();
    }

    /** What hides words for a search, that of the key that encrypts first. */
    public List<WordKey> words() {
        return keyset().words();
    }

    /** The name of the key that closed something; empty when nothing did. */
    public static String nameIn(String closed) {
        return Keyset.nameIn(closed);
    }

    public SecretKeys keys() {
        return keys;
    }

    /** Read when they are first needed, since a key file is made then; and again when the file changed. */
    private Keyset keyset() {
        Loaded known = loaded;
        String stamp = keys.stamp();
        if (known != null && (stamp.isEmpty() || stamp.equals(known.stamp()))) {
            return known.keyset();
        }
        return load();
    }

    private synchronized Keyset load() {
        Loaded known = loaded;
        String stamp = keys.stamp();
        if (known != null && stamp.equals(known.stamp())) {
            return known.keyset();
        }
        try {
            Keyset fresh = keys.load();
            // The stamp of before: what changed meanwhile is read once more.
            loaded = new Loaded(fresh, stamp);
            return fresh;
        } catch (StorageException broken) {
            if (known == null) {
                throw broken;
            }
            // A file that somebody is just writing must not end the service: it goes on with the keys it has.
            LOG.error("The keys changed and cannot be used; those of before stay in use. {}", broken.getMessage());
            loaded = new Loaded(known.keyset(), stamp);
            return known.keyset();
        }
    }

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
