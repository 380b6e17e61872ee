package dev.tunewise.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A database of its own that goes when it is closed: an embedded one in memory or in a folder, or a PostgreSQL. */
public record BenchDatabase(Path folder, Database database, Optional<EmbeddedPostgres> server)
        implements AutoCloseable {
    static BenchDatabase open() throws IOException {
        return open("sqlite");
    }

    /** One of a kind: `memory`, `sqlite` or `postgresql`. */
    public static BenchDatabase open(String kind) throws IOException {
        Path folder = Files.createTempDirectory("tunewise-bench");
        if (kind.equals("memory")) {
            return new BenchDatabase(folder, Database.inMemory(), Optional.empty());
        }
        if (kind.equals("sqlite")) {
            String url = "jdbc:sqlite:" + folder.resolve("tunewise.db");
            return new BenchDatabase(folder, Database.open(url, "", "", ""), Optional.empty());
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        String url = server.getJdbcUrl("postgres", "postgres");
        return new BenchDatabase(folder, Database.open(url, "postgres", "", ""), Optional.of(server));
    }

    @Override
    public void close() throws IOException {
        database.close();
        if (server.isPresent()) {
            server.get().close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
