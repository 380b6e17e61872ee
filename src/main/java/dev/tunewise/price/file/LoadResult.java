package dev.tunewise.price.file;

import dev.tunewise.diagnostics.Problem;
import java.util.List;

/** The result of reading a file that somebody else wrote. */
public sealed interface LoadResult<T> {
    /** The file was read. */
    record Ok<T>(T value) implements LoadResult<T> {}

    /** The file was refused whole; nothing was taken from it. */
    record Refused<T>(List<Problem> problems) implements LoadResult<T> {}
}
