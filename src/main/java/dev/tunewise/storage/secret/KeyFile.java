package dev.tunewise.storage.secret;

import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** A key in a file that only its owner may read. */
final class KeyFile {
    private KeyFile() {}

    static String readOrCreate(Path file, int bytes) {
        try {
            if (!Files.exists(file)) {
                create(file, bytes);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StorageException(
                    "The key file " + file + " cannot be read or made (" + e.getMessage()
                            + "). Make its directory writable, or set TUNEWISE_SECRET_KEYS.",
                    e);
        }
    }

    private static void create(Path file, int bytes) throws IOException {
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        // Written aside and then linked into place: nobody ever reads half a key, and the first of two writers wins.
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", "", OwnerOnlyFiles.in(file));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else made one in the meantime, and that one is good.
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
