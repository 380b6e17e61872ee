package dev.tunewise.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An embedded database in a folder of its own, which goes with it. */
record BenchDatabase(Path folder, Database database) implements AutoCloseable {
    static BenchDatabase open() throws IOException {
        Path folder = Files.createTempDirectory("tunewise-bench");
        return new BenchDatabase(folder, Database.open("jdbc:sqlite:" + folder.resolve("tunewise.db"), "", "", ""));
    }

    @Override
    public void close() throws IOException {
        database.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
