package dev.tunewise.storage.secret;

import dev.tunewise.storage.document.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Keys in a file that only its owner may read, one a line.
 *
 * @param own whether it is ours to make at the first use; one that was named must be there
 */
record KeyFile(Path path, boolean own) {
    /** What the file holds; made first when it is ours and there is none. */
    String read(KmsKeys kms) {
        try {
            if (!Files.exists(path) && own) {
                place(List.of(kms.write(SecretKeys.random())), false);
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new StorageException(
                    "The key file " + path + " cannot be read" + (own ? " or made" : "") + " ("
                            + (e instanceof NoSuchFileException ? "it is not there" : e.getMessage()) + "). "
                            + (own
                                    ? "Make its directory writable, or set " + SecretKeys.KEYS + " or "
                                            + SecretKeys.FILE + "."
                                    : "Check " + SecretKeys.FILE + "; `tunewise keys rotate` makes a first key there."),
                    e);
        }
    }

    /** Changes with the file; always the same where it cannot be looked at. */
    String stamp() {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return found.fileKey() + " " + found.lastModifiedTime() + " " + found.size();
        } catch (IOException away) {
            return "";
        }
    }

    void replace(List<String> entries) {
        try {
            place(entries, true);
        } catch (IOException e) {
            throw new StorageException(
                    "The key file " + path + " cannot be written (" + e.getMessage()
                            + "). Nothing was changed; make it and its directory writable for this user.",
                    e);
        }
    }

    private void place(List<String> entries, boolean replacing) throws IOException {
        Path file = replacing && Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        // Written aside and then moved or linked into place: nobody ever reads half a key, and the first of two makers
        // wins.
        Path draft = Files.createTempFile(file.getParent(), ".key", "", OwnerOnlyFiles.in(file));
        try {
            Files.writeString(draft, String.join("\n", entries) + "\n", StandardOpenOption.SYNC);
            if (replacing) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.createLink(file, draft);
            }
        } catch (FileAlreadyExistsException e) {
            // Somebody else made one in the meantime, and that one is good.
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
