package dev.tunewise.storage.transaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What differs between the two databases; everything else is one portable SQL.
 *
 * @param first what is said on each new connection
 * @param looksUp whether the words of a search are looked up in an index; else they are sought in each text
 * @param oneWriter whether writers have to wait for one another; then they queue here instead of polling the file's lock
 */
public record Dialect(
        String prefix,
        Map<String, String> words,
        Map<String, String> connection,
        String first,
        boolean looksUp,
        boolean oneWriter) {
    /**
     * The words of a text as a list that an index holds. To take them apart costs more than to look them up, which the database has to be told.
     */
    private static final String LOOKED_UP = """
            create function words_of(words text) returns text[] language plpgsql immutable parallel safe cost 1000 as $$
            begin
                return string_to_array(rtrim(regexp_replace(substr(words, strpos(words, ':') + 1), '(.{5})', '\\1 ', 'g')), ' ');
            end $$;
            create index conversations_words_of on conversations using gin (words_of(words))""";

    /**
     * What we ask takes milliseconds. To start further processes for it, or to compile it, takes longer than it does itself, and on a busy machine a
     * tenth of a second. Where it keeps in mind which rows hold a word, it takes no words apart again.
     */
    private static final String ONE_PROCESS =
            "set max_parallel_workers_per_gather = 0; set jit = off; set work_mem = '16MB'";

    /** A database that was filled or restored a moment ago may know nothing yet of what it holds, and plans as if that were little. */
    private static final String LOOKED_OVER = """
            do $$ begin
                if pg_relation_size('conversations') > 0 and not exists
                        (select from pg_stats where tablename = 'conversations_words_of') then
                    analyze conversations;
                end if;
            end $$""";

    public static final Dialect SQLITE = new Dialect(
            "jdbc:sqlite:",
            Map.of(
                    "identity", "integer primary key autoincrement",
                    "bytes", "blob",
                    "moment", "timestamp",
                    "flag", "bit",
                    "words_looked_up", "select 1"),
            Map.of(
                    "journal_mode", "WAL",
                    "synchronous", "FULL",
                    "busy_timeout", "10000",
                    "foreign_keys", "true",
                    "secure_delete", "true",
                    "transaction_mode", "IMMEDIATE"),
            "select 1",
            false,
            true);

    static final Dialect POSTGRESQL = new Dialect(
            "jdbc:postgresql:",
            Map.of(
                    "identity", "bigint generated always as identity primary key",
                    "bytes", "bytea",
                    "moment", "timestamp with time zone",
                    "flag", "boolean",
                    "words_looked_up", LOOKED_UP),
            Map.of(
                    "ApplicationName", "tunewise",
                    "connectTimeout", "5",
                    "socketTimeout", "60",
                    "tcpKeepAlive", "true",
                    // The detail of an error holds values, and those are what people said.
                    "logServerErrorDetail", "false"),
            ONE_PROCESS,
            true,
            false);

    /**
     * The condition that a text of hidden words holds all of some.
     *
     * @param start how many characters stand before the first word
     */
    public String holds(String column, List<String> hidden, int start) {
        // Where it walks, also along an index, it takes apart or measures only what holds them.
        return hidden.stream()
                .map(word -> looksUp
                        ? "strpos(%s, '%s') > 0".formatted(column, word)
                        : "instr(%1$s, '%2$s') > 0 and instr(%1$s, '%2$s') %% %3$d = %4$d"
                                .formatted(column, word, word.length(), (start + 1) % word.length()))
                .collect(Collectors.joining(" and ", "", looksUp ? " and " + lookedUp(column, hidden) : ""));
    }

    /** What is said once the tables are up to date. */
    public String opened() {
        return looksUp ? LOOKED_OVER : "select 1";
    }

    private static String lookedUp(String column, List<String> hidden) {
        return "words_of(" + column + ") @> array['" + String.join("', '", hidden) + "']";
    }

    /**
     * The rows of a table that hold all words of one of these lists, for whoever goes through all of them: looked up first, whatever the database
     * believes about the table, of which it may know nothing yet.
     */
    public String holding(String table, String column, List<List<String>> hidden, int start) {
        return "(select * from " + table + " where "
                + hidden.stream()
                        .map(words -> looksUp ? lookedUp(column, words) : holds(column, words, start))
                        .collect(Collectors.joining(" or "))
                + (looksUp ? " offset 0)" : ")");
    }

    /** The dialect of a JDBC address, or nothing if we know none for it. */
    public static Optional<Dialect> of(String url) {
        return List.of(SQLITE, POSTGRESQL).stream()
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst();
    }
}
