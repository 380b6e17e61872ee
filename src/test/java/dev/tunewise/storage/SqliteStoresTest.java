package dev.tunewise.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends StoresContract {
    @BeforeEach
    void open(@TempDir Path directory) {
        use(Database.open("jdbc:sqlite:" + directory.resolve("tunewise.db"), "", "", "", Optional.of(this)));
    }
}
