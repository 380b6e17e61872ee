package dev.tunewise.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real PostgreSQL, started once for all tests that ask for it, with a new empty database for each. Use it with
 * {@code @ExtendWith(PostgresServer.Extension.class)} and a parameter of this type.
 */
public final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();
    private final String tables;

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables = create("template0");
        Database.open(server.getJdbcUrl("postgres", tables), "postgres", "", "").close();
    }

    /** The JDBC address of a new, empty database. */
    public String newDatabase() {
        return server.getJdbcUrl("postgres", create("template0"));
    }

    /** The JDBC address of a new database with our tables, copied: for tests that are not about making them. */
    public String newTables() {
        return server.getJdbcUrl("postgres", create(tables));
    }

    private String create(String template) {
        String name = "test" + databases.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
        return name;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the one server out. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PostgresServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(PostgresServer.class))
                    .getOrComputeIfAbsent(PostgresServer.class, unseen -> new PostgresServer(), PostgresServer.class);
        }
    }
}
