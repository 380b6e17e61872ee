package dev.tunewise.storage;

import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.secret.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of an SQLite database: readable for its owner only, and marked as in use as long as this process lives. The mark
 * is a lock of the operating system, which ends with the process however it ends. The database file itself is never opened
 * here: closing it would end the locks that SQLite holds on it.
 */
record SqliteFile(
        Path file,
        @Nullable FileChannel lock,
        boolean alone,
        @Nullable Object identity) implements AutoCloseable {
    /**
     * Makes the file if there is none, and marks it as in use.
     *
     * @throws StorageException if it cannot be kept there, with the reason in one sentence
     */
    static SqliteFile open(Path file) {
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new StorageException(
                    "The database file " + file + " cannot be kept: the directory " + directory
                            + " does not exist or may not be written. Create it, or set TUNEWISE_DATABASE_URL to another place.");
        }
        try {
            // SQLite gives the files beside it the same rights.
            create(file);
            Path beside = beside(file);
            create(beside);
            refuseUnwritable(file);
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new SqliteFile(file, channel, lockAlone(channel), identity(file));
        } catch (IOException e) {
            throw new StorageException("The database file " + file + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** SQLite would find out in the middle of a start, and leave files beside it that may not be written either. */
    private static void refuseUnwritable(Path file) {
        for (String ending : List.of("", "-wal", "-shm", ".lock")) {
            Path each = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(each) && (Files.isDirectory(each) || !Files.isWritable(each))) {
                throw new StorageException("The database file " + each
                        + " may not be written by the user who runs Tunewise, or is no file. Give that user the right"
                        + " to write it, or set TUNEWISE_DATABASE_URL to another place.");
            }
        }
    }

    /** Whether a process has the database there open, also when the file itself was moved away meanwhile. */
    static boolean inUse(Path file) throws IOException {
        if (!Files.exists(beside(file))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(beside(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return !lockAlone(channel);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerOnlyFiles.in(file));
        } catch (FileAlreadyExistsException there) {
            // It is opened as it is.
        }
    }

    /** Takes the lock for this process alone, or else shares it; says whether it was alone. */
    private static boolean lockAlone(FileChannel channel) throws IOException {
        try {
            FileLock mine = channel.tryLock(0, 1, false);
            if (mine != null) {
                mine.release();
            }
            return channel.tryLock(0, 1, true) != null && mine != null;
        } catch (OverlappingFileLockException here) {
            // This very process has the database open a second time.
            return false;
        }
    }

    /**
     * Looks whether it still is the file that was opened; what is written into one that is gone is lost.
     *
     * @throws StorageException if it is not
     */
    void check() {
        if (replaced()) {
            throw StorageException.outage("The database file " + file
                    + " was deleted or replaced while it is in use. Put it back or restore a backup, and start again.");
        }
    }

    private boolean replaced() {
        try {
            return !Objects.equals(identity(file), identity);
        } catch (IOException gone) {
            return true;
        }
    }

    /**
     * What is wrong with the file as it lies there now, in one sentence; empty when nothing is.
     *
     * @param leastFree bytes that have to be free beside it
     */
    Optional<String> trouble(long leastFree) {
        try {
            if (replaced()) {
                return Optional.of("the database file was deleted or replaced while it is in use");
            }
            if (!Files.isWritable(file)) {
                return Optional.of("the database file may not be written");
            }
            if (Files.getFileStore(file).getUsableSpace() < leastFree) {
                return Optional.of("the disk with the database is almost full");
            }
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.of("the database file cannot be read");
        }
    }

    /** Changes whenever something is written into the file, by whomever. */
    Object stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(now.lastModifiedTime(), now.size());
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException ended) {
            // It ends with the process at the latest.
        }
    }
}
