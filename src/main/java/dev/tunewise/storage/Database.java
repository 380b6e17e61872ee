package dev.tunewise.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.document.TextSeal;
import dev.tunewise.storage.secret.OwnerOnlyFiles;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.secret.SecretKeys;
import dev.tunewise.storage.sql.Dialect;
import dev.tunewise.storage.sql.JdbcAudit;
import dev.tunewise.storage.sql.JdbcConversations;
import dev.tunewise.storage.sql.JdbcErasure;
import dev.tunewise.storage.sql.JdbcInbox;
import dev.tunewise.storage.sql.JdbcOutbox;
import dev.tunewise.storage.sql.JdbcSecrets;
import dev.tunewise.storage.sql.JdbcSettings;
import dev.tunewise.storage.sql.Transactions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Stores in SQLite or PostgreSQL, brought to the newest schema when opened. */
public final class Database implements Stores {
    private static final SecretBox.Label TEXTS = new SecretBox.Label("", "", "text", "");

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final SecretBox box;
    private final DocumentCodec documents;

    private Database(HikariDataSource pool, Transactions transactions, SecretBox box, DocumentCodec documents) {
        this.pool = pool;
        this.transactions = transactions;
        this.box = box;
        this.documents = documents;
    }

    /**
     * Opens a database and brings its schema up to date; several replicas may do so at once.
     *
     * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
     * @param user PostgreSQL's user; empty for SQLite
     * @param password that user's password; empty for none
     * @param secretKeys keys for {@link #secrets()}, the newest first, each 32 bytes in base64, joined by commas; when empty, SQLite
     *     uses a key file beside the database, and PostgreSQL can keep no secrets
     * @throws StorageException if the database cannot be opened, with the reason in one sentence
     */
    public static Database open(String url, String user, String password, String secretKeys) {
        Dialect dialect = Dialect.of(url)
                .orElseThrow(
                        () -> new StorageException(
                                "The database address is '" + withoutQuery(url)
                                        + "'; expected jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>. Set TUNEWISE_DATABASE_URL."));
        Optional<Path> file = dialect.equals(Dialect.SQLITE) ? Optional.of(sqliteFile(url)) : Optional.empty();
        SecretBox box = new SecretBox(
                secretKeys.isBlank()
                        ? file.map(SecretKeys::beside).orElseGet(SecretKeys::none)
                        : SecretKeys.of(secretKeys));
        HikariDataSource pool = connect(dialect, url, user, password);
        try {
            migrate(pool, dialect);
        } catch (FlywayException e) {
            pool.close();
            throw new StorageException(
                    "The tables in " + withoutQuery(url) + " cannot be brought up to date: " + e.getMessage(), e);
        }
        Jdbi jdbi = Jdbi.create(pool);
        // Bound values are what people said; they have no place in an error message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.SHORT_STATEMENT);
        // Without any key, which only PostgreSQL may be, texts are kept as they are.
        boolean keyed = !secretKeys.isBlank() || file.isPresent();
        DocumentCodec documents = new DocumentCodec(
                keyed
                        ? Optional.of(new TextSeal(text -> box.seal(TEXTS, text), kept -> box.open(TEXTS, kept)))
                        : Optional.empty());
        return new Database(pool, new Transactions(jdbi, dialect), box, documents);
    }

    @Override
    public ConversationStore conversations() {
        return new JdbcConversations(transactions, documents);
    }

    @Override
    public Outbox outbox() {
        return new JdbcOutbox(transactions, documents);
    }

    @Override
    public Inbox inbox() {
        return new JdbcInbox(transactions);
    }

    @Override
    public WorkspaceSettings settings() {
        return new JdbcSettings(transactions);
    }

    @Override
    public ErasureStore erasure() {
        return new JdbcErasure(transactions, documents);
    }

    @Override
    public AuditTrail audit() {
        return new JdbcAudit(transactions);
    }

    @Override
    public SecretStore secrets() {
        return new JdbcSecrets(transactions, box);
    }

    /** The pool of connections, for the scheduler. */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether the database answers, within a second. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource connect(Dialect dialect, String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tunewise");
        config.setJdbcUrl(url);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(dialect.oneWriter() ? 4 : 10);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        dialect.connection().forEach(config::addDataSourceProperty);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StorageException("The database " + withoutQuery(url) + " cannot be opened: " + rootMessage(e), e);
        }
    }

    private static void migrate(DataSource pool, Dialect dialect) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .placeholders(dialect.words())
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static Path sqliteFile(String url) {
        Path file = Path.of(withoutQuery(url).substring(Dialect.SQLITE.prefix().length()))
                .toAbsolutePath();
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new StorageException(
                    "The database file " + file + " cannot be kept: the directory " + directory
                            + " does not exist or may not be written. Create it, or set TUNEWISE_DATABASE_URL to another place.");
        }
        try {
            // SQLite gives the files beside it the same rights.
            Files.createFile(file, OwnerOnlyFiles.in(file));
        } catch (FileAlreadyExistsException e) {
            return file;
        } catch (IOException e) {
            throw new StorageException("The database file " + file + " cannot be made: " + e.getMessage(), e);
        }
        return file;
    }

    /** The address without its parameters, among which there may be a password. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
