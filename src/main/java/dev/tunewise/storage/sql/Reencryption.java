package dev.tunewise.storage.sql;

import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.transaction.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Brings everything that is kept under the newest key, a few rows at a time while the service works. Several processes may do so at once: a row
 * that changed meanwhile is left for the next time.
 */
public record Reencryption(Transactions transactions, DocumentCodec documents, SecretBox box) {
    private static final int AT_ONCE = 100;

    private static final List<Place> PLACES = List.of(
            new Place("conversations", "title", List.of("id")),
            new Place("conversations", "logged", List.of("id")),
            new Place("entries", "document", List.of("conversation", "position")),
            new Place("posts", "document", List.of("id")),
            new Place("requests", "document", List.of("id")),
            new Place("secrets", "document", List.of("channel", "workspace", "kind", "name")));

    /** `changed`: rows that are under the newest key now. `closed`: rows whose key is not here. */
    public record Done(long changed, long closed) {
        private Done and(Done other) {
            return new Done(changed + other.changed, closed + other.closed);
        }
    }

    /** A column with what is encrypted, and the columns that name its row. */
    private record Place(String table, String column, List<String> keys) {
        private boolean secret() {
            return table.equals("secrets");
        }

        private String mark() {
            return secret() ? "" : DocumentCodec.SEALED;
        }

        private String row(String sign) {
            return sign + String.join(", " + sign, keys);
        }
    }

    private record Row(Map<String, Object> keys, String kept) {}

    public Done run() {
        Done all = new Done(0, 0);
        if (!box.keys().any()) {
            return all;
        }
        long plain = uses().getOrDefault("", 0L);
        for (Place place : PLACES) {
            List<Row> rows = stale(place, Map.of());
            while (!rows.isEmpty()) {
                List<Row> some = rows;
                all = all.and(transactions.write(handle -> renew(handle, place, some), _ -> true));
                rows = stale(place, rows.getLast().keys());
            }
        }
        if (plain > 0) {
            // Text that nothing overwrote when it was deleted, by a version that did not ask for it, may still lie in
            // free pages.
            transactions.compact();
        }
        if (all.changed() > 0) {
            transactions.emptyLog();
        }
        return all;
    }

    private List<Row> stale(Place place, Map<String, Object> after) {
        String next = after.isEmpty() ? "" : " and (" + place.row("") + ") > (" + place.row(":") + ")";
        String prefix = place.mark() + box.prefix();
        return transactions.read(handle -> bind(
                        handle.createQuery("select " + place.row("") + ", " + place.column() + " as kept from "
                                + place.table() + " where substr(" + place.column() + ", 1, " + prefix.length()
                                + ") <> :prefix and " + place.column() + " <> ''" + next + " order by " + place.row("")
                                + " limit " + AT_ONCE),
                        after)
                .bind("prefix", prefix)
                .map((row, context) -> row(place, row))
                .list());
    }

    private static Row row(Place place, ResultSet row) throws SQLException {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : place.keys()) {
            keys.put(key, row.getObject(key));
        }
        return new Row(keys, row.getString("kept"));
    }

    private Done renew(Handle handle, Place place, List<Row> rows) {
        long changed = 0;
        long closed = 0;
        for (Row row : rows) {
            try {
                changed += bind(
                                handle.createUpdate("update " + place.table() + " set " + place.column()
                                        + " = :fresh where "
                                        + place.keys().stream()
                                                .map(key -> key + " = :" + key)
                                                .collect(Collectors.joining(" and "))
                                        + " and " + place.column() + " = :kept"),
                                row.keys())
                        .bind("kept", row.kept())
                        .bind("fresh", renewed(place, row))
                        .execute();
            } catch (StorageException keyMissing) {
                closed++;
            }
        }
        return new Done(changed, closed);
    }

    private String renewed(Place place, Row row) {
        if (!place.secret()) {
            return documents.seal(documents.open(row.kept()));
        }
        List<String> label = row.keys().values().stream().map(String::valueOf).toList();
        SecretBox.Label at = new SecretBox.Label(label.get(0), label.get(1), label.get(2), label.get(3));
        return box.seal(at, box.open(at, row.kept()));
    }

    /** How many texts and secrets each key encrypts, by the name of the key; an empty name stands for what is not encrypted. */
    public Map<String, Long> uses() {
        Map<String, Long> uses = new LinkedHashMap<>();
        for (Place place : PLACES) {
            int length = (place.mark() + box.prefix()).length();
            transactions
                    .list(
                            "select substr(" + place.column() + ", 1, " + length + ") as start, count(*) as many from "
                                    + place.table() + " where " + place.column() + " <> '' group by 1",
                            row -> Map.entry(row.getString("start"), row.getLong("many")))
                    .forEach(found -> uses.merge(name(place, found.getKey()), found.getValue(), Long::sum));
        }
        return uses;
    }

    private static String name(Place place, String start) {
        return start.startsWith(place.mark())
                ? SecretBox.nameIn(start.substring(place.mark().length()))
                : "";
    }

    /** The names of the keys that are here, the one that encrypts first. */
    public List<String> names() {
        return new ArrayList<>(box.names());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Map<String, Object> values) {
        values.forEach(statement::bind);
        return statement;
    }
}
