package dev.tunewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.transaction.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
class PostgresStoresTest extends StoresContract {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @BeforeEach
    void open(PostgresServer server) {
        use(Database.open(server.newDatabase(), "postgres", "", KeySettings.of(KEY), Optional.of(this)));
    }

    /** Helpers take longer to start than a look at the log takes. */
    @Test
    void aLookStartsNoFurtherProcessesAndCompilesNothing(PostgresServer server) throws SQLException {
        String url = server.newDatabase();
        try (HikariDataSource pool = DatabasePool.connect(Dialect.of(url).orElseThrow(), url, "postgres", "");
                Connection connection = pool.getConnection()) {
            for (String name : new String[] {"max_parallel_workers_per_gather", "jit"}) {
                try (ResultSet row = connection.createStatement().executeQuery("show " + name)) {
                    assertTrue(row.next());
                    assertEquals(name.equals("jit") ? "off" : "0", row.getString(1), name);
                }
            }
        }
    }
}
