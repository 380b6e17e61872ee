package dev.tunewise.storage;

import dev.tunewise.storage.secret.KeySettings;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
class PostgresStoresTest extends StoresContract {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @BeforeEach
    void open(PostgresServer server) {
        use(Database.open(server.newDatabase(), "postgres", "", KeySettings.of(KEY), Optional.of(this)));
    }
}
