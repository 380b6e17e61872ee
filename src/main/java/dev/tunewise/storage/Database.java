package dev.tunewise.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.LeaseStore;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.quota.SharedCounts;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.document.TextSeal;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.secret.SecretKeys;
import dev.tunewise.storage.sql.JdbcAnnouncements;
import dev.tunewise.storage.sql.JdbcAudit;
import dev.tunewise.storage.sql.JdbcConversations;
import dev.tunewise.storage.sql.JdbcDecisionLog;
import dev.tunewise.storage.sql.JdbcErasure;
import dev.tunewise.storage.sql.JdbcInbox;
import dev.tunewise.storage.sql.JdbcLeases;
import dev.tunewise.storage.sql.JdbcOutbox;
import dev.tunewise.storage.sql.JdbcQuotas;
import dev.tunewise.storage.sql.JdbcSecrets;
import dev.tunewise.storage.sql.JdbcSettings;
import dev.tunewise.storage.sql.Reencryption;
import dev.tunewise.storage.sql.SearchIndex;
import dev.tunewise.storage.transaction.Dialect;
import dev.tunewise.storage.transaction.Transactions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.JdbiException;

/** The stores, all in one SQLite or PostgreSQL database that is brought to the newest schema when opened. Safe for use by several threads at once. */
public final class Database implements AutoCloseable {
    static final String IN_MEMORY = "jdbc:sqlite::memory:";
    private static final SecretBox.Label TEXTS = new SecretBox.Label("", "", "text", "");

    private final HikariDataSource pool;
    private final Optional<SqliteFile> file;
    private final Transactions transactions;
    private final SecretBox box;
    private final DocumentCodec documents;

    private Database(
            HikariDataSource pool,
            Optional<SqliteFile> file,
            Transactions transactions,
            SecretBox box,
            DocumentCodec documents) {
        this.pool = pool;
        this.file = file;
        this.transactions = transactions;
        this.box = box;
        this.documents = documents;
    }

    private void begin(String url, SecretKeys keys) {
        try {
            // Where nobody else has the file open, whoever held leases is dead.
            file.filter(SqliteFile::alone).ifPresent(_ -> leases().releaseAll());
            refuseToReplace(keys);
        } catch (JdbiException damaged) {
            close();
            throw DatabasePool.unusable(url, damaged);
        }
    }

    /**
     * Opens a database and brings its schema up to date; several replicas may do so at once.
     *
     * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
     * @param user PostgreSQL's user; empty for SQLite
     * @param password that user's password; empty for none
     * @param keys for {@link #secrets()} and what people said; without any, SQLite uses a key file beside the database, and PostgreSQL
     *     keeps no secrets, and texts as they are
     * @throws StorageException if the database cannot be opened, with the reason in one sentence
     */
    public static Database open(String url, String user, String password, KeySettings keys) {
        return open(url, user, password, keys, Optional.empty());
    }

    static Database open(String url, String user, String password, String keys) {
        return open(url, user, password, KeySettings.of(keys));
    }

    /** As {@link #open(String, String, String, KeySettings)}, with a time of its own instead of the database's. */
    static Database open(
            String url, String user, String password, KeySettings keySettings, Optional<InstantSource> otherClock) {
        Dialect dialect = DatabasePool.dialect(url);
        Optional<Path> path = file(url);
        SecretKeys keys = SecretKeys.of(keySettings, path);
        SecretBox box = new SecretBox(keys);
        Optional<SqliteFile> file = path.map(SqliteFile::open);
        try {
            HikariDataSource pool = DatabasePool.connect(dialect, url, user, password);
            Runnable guard =
                    file.<Runnable>map(kept -> new SqliteGuard(kept, pool)).orElse(() -> {});
            Transactions transactions = DatabasePool.transactions(pool, dialect, url, otherClock, guard);
            Optional<TextSeal> seal = Optional.of(
                            new TextSeal(text -> box.seal(TEXTS, text), kept -> box.open(TEXTS, kept), box::words))
                    .filter(_ -> keys.any());
            Database opened = new Database(pool, file, transactions, box, new DocumentCodec(seal));
            opened.begin(url, keys);
            return opened;
        } catch (StorageException failed) {
            file.ifPresent(SqliteFile::close);
            throw failed;
        }
    }

    /** Refuses, and closes this, where a key file is missing that the database needs: a new key would read nothing. */
    public void refuseToReplace(SecretKeys keys) {
        MissingKey.refusal(keys, transactions, documents).ifPresent(refusal -> {
            close();
            throw refusal;
        });
    }

    /** Opens a database for what is not encrypted, such as the audit trail; no key is needed or made. */
    public static Database openWithoutKeys(String url, String user, String password) {
        return open(url, user, password, MissingKey.throwaway());
    }

    /** The file of an SQLite database; empty for any other. */
    public static Optional<Path> file(String url) {
        return url.startsWith(Dialect.SQLITE.prefix()) && !url.equals(IN_MEMORY)
                ? Optional.of(Path.of(DatabasePool.withoutQuery(url)
                                .substring(Dialect.SQLITE.prefix().length()))
                        .toAbsolutePath())
                : Optional.empty();
    }

    /** A database that lasts as long as the process. */
    public static Database inMemory() {
        return inMemory(InstantSource.system());
    }

    /** A database that lasts as long as the process, with a time of its own; a key that nobody else knows keeps its secrets. */
    public static Database inMemory(InstantSource clock) {
        return open(IN_MEMORY, "", "", MissingKey.throwaway(), Optional.of(clock));
    }

    public ConversationStore conversations() {
        return new JdbcConversations(transactions, documents);
    }

    /** What is said once. */
    public Announcements announcements() {
        return new JdbcAnnouncements(transactions, documents);
    }

    public DecisionLog decisions() {
        return new JdbcDecisionLog(transactions, documents);
    }

    public Outbox outbox() {
        return new JdbcOutbox(transactions, documents);
    }

    /** Requests that are acknowledged and not yet worked off. */
    public Inbox inbox() {
        return new JdbcInbox(transactions, documents);
    }

    /** Which process holds what. */
    public LeaseStore leases() {
        return new JdbcLeases(transactions, System::nanoTime);
    }

    public WorkspaceSettings settings() {
        return new JdbcSettings(transactions);
    }

    /** Counts that replicas share; none where all is one process on one machine. */
    public Optional<SharedCounts> counts() {
        return transactions.shared() ? Optional.of(new JdbcQuotas(transactions)) : Optional.empty();
    }

    public ErasureStore erasure() {
        return new JdbcErasure(transactions, documents);
    }

    public AuditTrail audit() {
        return new JdbcAudit(transactions);
    }

    public SecretStore secrets() {
        return new JdbcSecrets(transactions, box);
    }

    /** Brings what older keys encrypted under the newest one. */
    public Reencryption reencryption() {
        return new Reencryption(transactions, documents, box);
    }

    /** Brings the words of the log that a search looks through under the newest key. */
    public SearchIndex searchIndex() {
        return new SearchIndex(transactions, documents);
    }

    public SecretKeys keys() {
        return box.keys();
    }

    public DataSource dataSource() {
        return pool;
    }

    /**
     * What is wrong with the place where an SQLite database is kept, in one sentence without paths; empty when nothing is known.
     *
     * @param leastFree bytes that have to be free there
     */
    public Optional<String> trouble(long leastFree) {
        return file.flatMap(known -> known.trouble(leastFree));
    }

    /** Whether the database answers, within a second, and still is one. */
    public boolean answers() {
        if (file.isPresent()) {
            try {
                SqliteGuard.read(pool.getJdbcUrl());
                return !pool.isClosed();
            } catch (SQLException broken) {
                return false;
            }
        }
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        file.ifPresent(SqliteFile::close);
    }
}
