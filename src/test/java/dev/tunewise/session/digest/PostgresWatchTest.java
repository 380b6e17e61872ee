package dev.tunewise.session.digest;

import dev.tunewise.storage.Database;
import dev.tunewise.storage.PostgresServer;
import dev.tunewise.storage.secret.KeySettings;
import org.junit.jupiter.api.extension.ExtendWith;

/** The watch on PostgreSQL. */
@ExtendWith(PostgresServer.Extension.class)
class PostgresWatchTest extends WatchContract {
    PostgresWatchTest(PostgresServer server) {
        super(Database.open(
                server.newTables(), "postgres", "", KeySettings.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));
    }
}
