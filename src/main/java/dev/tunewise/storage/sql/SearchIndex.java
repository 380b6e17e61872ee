package dev.tunewise.storage.sql;

import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Brings the words that a search of the log looks through under the newest key, a few rows at a time while the service works: those that an older
 * version or an older key left. What changes meanwhile writes its words itself.
 */
public record SearchIndex(Transactions transactions, DocumentCodec documents) {
    private static final int AT_ONCE = 100;

    private record Row(ConversationSummary decision, long version) {}

    /** How what the key in use hides begins: once a run went through, nothing is left to do until it changes. */
    public String mark() {
        return documents.searchMark();
    }

    /**
     * Goes through everything once.
     *
     * @return how many rows have new words
     */
    public long run(BooleanSupplier goesOn) {
        long changed = 0;
        String after = "";
        while (goesOn.getAsBoolean()) {
            List<String> ids = transactions.list(
                    "select id from conversations where id > ? and substr(words, 1, " + mark().length()
                            + ") <> ? order by id limit " + AT_ONCE,
                    row -> row.getString("id"),
                    after,
                    mark());
            if (ids.isEmpty()) {
                return changed;
            }
            after = ids.getLast();
            List<Row> rows = new ArrayList<>();
            ids.forEach(id -> rows.addAll(row(id)));
            changed += transactions.write(handle -> write(handle, rows), _ -> true);
        }
        return changed;
    }

    /** One decision; none where it was forgotten meanwhile, or its key is not here. */
    private List<Row> row(String id) {
        try {
            return transactions.list(
                    "select " + SharedColumns.DIGEST + ", c.version from conversations c where c.id = ?",
                    row -> new Row(SharedColumns.digest(row, documents), row.getLong("version")),
                    id);
        } catch (StorageException keyMissing) {
            return List.of();
        }
    }

    private long write(Handle handle, List<Row> rows) {
        long changed = 0;
        for (Row row : rows) {
            changed += handle.execute(
                    "update conversations set words = ?, log_status = ? where id = ? and version = ?",
                    documents.searchable(DecisionColumns.text(row.decision())),
                    DecisionColumns.kept(row.decision().logged().found()),
                    row.decision().id(),
                    row.version());
        }
        return changed;
    }
}
