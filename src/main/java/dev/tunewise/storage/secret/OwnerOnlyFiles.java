package dev.tunewise.storage.secret;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** How to make files that nobody but their owner can read, where the file system knows owners. */
public final class OwnerOnlyFiles {
    /** The attributes for a new file in the file system of this one. */
    public static FileAttribute<?>[] in(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
