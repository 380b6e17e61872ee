package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.NOON;
import static dev.tunewise.storage.Samples.conversation;
import static dev.tunewise.storage.Samples.digest;
import static dev.tunewise.storage.Samples.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.transaction.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
class PostgresStoresTest extends StoresContract {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static final DecisionLog.Filter ALL =
            DecisionLog.Filter.of(List.of(new DecisionLog.Place("slack", "T1", Set.of())), 10);

    @BeforeEach
    void open(PostgresServer server) {
        use(Database.open(server.newTables(), "postgres", "", KeySettings.of(KEY), Optional.of(this)));
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

    /** What was filled a moment ago has no statistics, and many decisions share a word: to walk past all of them takes a second at 100,000. */
    @Test
    void countingAWordLooksItUpAlsoWhereNothingIsKnownOfTheTable(PostgresServer server) throws SQLException {
        String url = server.newDatabase();
        try (Database opened = Database.open(url, "postgres", "", "");
                Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            connection.createStatement().execute("alter table conversations set (autovacuum_enabled = false)");
            for (int number = 0; number < 200; number++) {
                Address address = new Address("slack", "T1", "C" + number % 5, "t" + number, "");
                String id = "c" + number;
                opened.conversations()
                        .create(
                                conversation(id, address),
                                digest(id, address, number % 3 == 0 ? "a hedge" : "a wall", NOON),
                                entry("k" + number),
                                List.of());
            }
            DecisionLog.Filter hedges = ALL.about("hedge");
            assertEquals(67, opened.decisions().counts(hedges).total());
            connection.createStatement().execute("""
                    create or replace function words_of(words text) returns text[] language plpgsql immutable as $$
                    begin raise exception 'walks'; end $$""");
            assertEquals(67, opened.decisions().counts(hedges).total());
            connection.createStatement().execute("""
                    create or replace function words_of(words text) returns text[] language plpgsql immutable as $$
                    begin return array[words]; end $$""");
            assertFalse(isKnown(connection));
        }
        try (Database again = Database.open(url, "postgres", "", "");
                Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            assertEquals(200, again.decisions().counts(ALL).total());
            assertTrue(isKnown(connection), "from the next start on the database knows what it holds");
        }
    }

    private static boolean isKnown(Connection connection) throws SQLException {
        try (ResultSet row =
                connection.createStatement().executeQuery("select 1 from pg_stats where tablename = 'conversations'")) {
            return row.next();
        }
    }
}
