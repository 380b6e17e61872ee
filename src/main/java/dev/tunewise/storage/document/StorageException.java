package dev.tunewise.storage.document;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The storage cannot do what was asked; the message says what to do about it. */
public final class StorageException extends RuntimeException {
    public StorageException(String message) {
        super(message);
    }

    /** The database cannot be used just now: no fault of ours, and whoever asks again may find it otherwise. */
    public static StorageException outage(String message) {
        return new StorageException(message, new SQLException("the file is not what was opened", "58030"));
    }

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
