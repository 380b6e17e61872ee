package dev.tunewise.storage.document;

import org.jspecify.annotations.Nullable;

/** The storage cannot do what was asked; the message says what to do about it. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
