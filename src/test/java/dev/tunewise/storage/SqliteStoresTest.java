package dev.tunewise.storage;

import dev.tunewise.storage.secret.KeySettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends StoresContract {
    @BeforeEach
    void open(@TempDir Path directory) {
        use(Database.open(
                "jdbc:sqlite:" + directory.resolve("tunewise.db"), "", "", KeySettings.of(""), Optional.of(this)));
    }
}
