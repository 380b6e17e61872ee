package dev.tunewise.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the one kept in a file. With {@code -Dgolden=write} the file is written again instead; its diff is then for review. */
public final class Golden {
    private Golden() {}

    /** Fails unless the file holds the text; says how to renew it. */
    public static void check(Path file, String actual) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                return;
            }
            String expected = Files.exists(file) ? Files.readString(file) : "";
            assertEquals(
                    expected,
                    actual,
                    () -> file
                            + " differs. If the change is meant, run the test with -Dgolden=write and review the diff.");
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
