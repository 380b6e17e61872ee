package dev.tunewise.storage;

import org.jspecify.annotations.Nullable;

/** The storage cannot do what was asked; the message says what to do about it. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
