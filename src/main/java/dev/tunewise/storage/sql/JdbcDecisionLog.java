package dev.tunewise.storage.sql;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.money.Range;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.SearchWords;
import dev.tunewise.storage.transaction.Transactions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The log of decisions in a database. Each place is one look along an index; what is found of several is merged. */
public record JdbcDecisionLog(Transactions transactions, DocumentCodec documents) implements DecisionLog {
    /** SQLite takes a condition of a thousand parts. */
    private static final int MOST_WORDS = 100;

    private static final Comparator<ConversationSummary> NEWEST =
            Comparator.comparing(ConversationSummary::updatedAt).reversed().thenComparing(ConversationSummary::id);

    @Override
    public List<ConversationSummary> list(Filter filter) {
        Set<String> words = SearchWords.of(filter.text());
        if (words.isEmpty() && !filter.text().isBlank()) {
            return List.of();
        }
        int most = filter.skip() + filter.limit();
        List<ConversationSummary> found = new ArrayList<>();
        for (Place place : filter.places()) {
            found.addAll(transactions.read(handle -> select(handle, filter, place, hidden(words), words, most)));
            if (!words.isEmpty()) {
                // What an older version kept, until its words are written down too.
                found.addAll(transactions.read(
                        handle -> select(handle, filter, place, "c.words = ''", words, Filter.SEARCHED)));
            }
        }
        return found.stream()
                .sorted(NEWEST)
                .distinct()
                .skip(filter.skip())
                .limit(filter.limit())
                .toList();
    }

    /** Whether all words that are looked for are among those of a decision, under whichever key. Of very many the rest is compared when it is read. */
    private String hidden(Set<String> words) {
        return words.isEmpty()
                ? "true"
                : documents.hidden(words.stream().limit(MOST_WORDS).toList()).stream()
                        .map(hidden -> transactions
                                .dialect()
                                .holds("c.words", hidden, documents.searchMark().length()))
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** All decisions that hold these words; all there are without words. */
    private String holding(Set<String> words) {
        return words.isEmpty()
                ? "conversations"
                : transactions
                        .dialect()
                        .holding(
                                "conversations",
                                "words",
                                documents.hidden(words),
                                documents.searchMark().length());
    }

    private List<ConversationSummary> select(
            Handle handle, Filter filter, Place place, String hidden, Set<String> words, int most) {
        Query query = handle.createQuery("select " + SharedColumns.DIGEST
                + " from (select c.id from conversations c where " + DecisionColumns.conditions(filter, place) + " and "
                + hidden
                + " order by c.updated_at desc, c.id limit :limit) newest join conversations c on c.id = newest.id");
        return DecisionColumns.bind(query, filter, place)
                .bind("limit", most)
                .map((row, context) -> SharedColumns.digest(row, documents))
                .list()
                .stream()
                .filter(decision -> words.isEmpty() || SearchWords.holds(DecisionColumns.text(decision), words))
                .toList();
    }

    @Override
    public Counts counts(Filter filter) {
        Set<String> words = SearchWords.of(filter.text());
        Map<Status, Long> found = new EnumMap<>(Status.class);
        if (words.isEmpty() && !filter.text().isBlank()) {
            return new Counts(0, found);
        }
        if (words.size() > MOST_WORDS) {
            return Counts.of(list(filter.page(0, Filter.SEARCHED)));
        }
        List<Map.Entry<String, Long>> rows = new ArrayList<>();
        for (Place place : filter.places()) {
            rows.addAll(transactions.read(handle -> counted(handle, filter, place, holding(words))));
            if (!words.isEmpty()) {
                transactions
                        .read(handle -> select(handle, filter, place, "c.words = ''", words, Filter.SEARCHED))
                        .forEach(one -> rows.add(
                                Map.entry(DecisionColumns.kept(one.logged().found()), 1L)));
            }
        }
        rows.forEach(row ->
                DecisionColumns.found(row.getKey()).forEach(status -> found.merge(status, row.getValue(), Long::sum)));
        return new Counts(rows.stream().mapToLong(Map.Entry::getValue).sum(), found);
    }

    private static List<Map.Entry<String, Long>> counted(Handle handle, Filter filter, Place place, String decisions) {
        // A search stays in the index of words, as a list does, and a room in that of its own decisions.
        boolean byStatus = filter.text().isBlank() && place.rooms().isEmpty();
        String status = byStatus ? "c.log_status" : "c.log_status || ''";
        Query query = handle.createQuery("select " + status + " as log_status, count(*) as found from " + decisions
                + " c where " + DecisionColumns.wholly(filter, place) + " group by " + status);
        return DecisionColumns.bind(query, filter, place)
                .map((row, context) -> Map.entry(row.getString("log_status"), row.getLong("found")))
                .list();
    }

    @Override
    public Optional<Range> gain(Filter filter) {
        List<Range> sums = new ArrayList<>();
        for (Place place : filter.places()) {
            transactions
                    .read(handle -> DecisionColumns.bind(
                                    handle.createQuery("select sum(c.gain_low) as low, sum(c.gain_likely) as likely,"
                                            + " sum(c.gain_high) as high from conversations c where "
                                            + DecisionColumns.wholly(filter, place)
                                            + " and c.gain_likely is not null"),
                                    filter,
                                    place)
                            .map((row, context) -> row.getBigDecimal("low") == null
                                    ? Optional.<Range>empty()
                                    : Optional.of(new Range(
                                            dollars(row, "low"), dollars(row, "likely"), dollars(row, "high"))))
                            .one())
                    .ifPresent(sums::add);
        }
        return sums.stream()
                .reduce((one, other) -> new Range(
                        one.low().add(other.low()),
                        one.likely().add(other.likely()),
                        one.high().add(other.high())));
    }

    private static BigDecimal dollars(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).movePointLeft(2);
    }

    @Override
    public List<ConversationSummary> stalled(Address room, Instant since, int limit) {
        return transactions.list(
                "select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.channel = ? and c.workspace = ? and c.room = ?
                          and c.state = 'open' and c.reminded = 0 and c.updated_at < ?
                        order by c.updated_at limit ?""",
                row -> SharedColumns.digest(row, documents),
                room.channel(),
                room.workspace(),
                room.room(),
                since.toEpochMilli(),
                limit);
    }

    @Override
    public List<ConversationSummary> unwatched(String edition, String after, int limit) {
        return transactions.list(
                "select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.id > ? and c.state = 'concluded' and c.watched <> ?
                          and c.log_status in ('decided', 'acted-on', 'revisited', 'acted-on+revisited')
                        order by c.id limit ?""",
                row -> SharedColumns.digest(row, documents),
                after,
                edition,
                limit);
    }

    @Override
    public void watched(List<String> decisions, String edition) {
        if (!decisions.isEmpty()) {
            transactions.write(handle -> {
                handle.createUpdate("update conversations set watched = :edition where id in (<ids>)")
                        .bind("edition", edition)
                        .bindList("ids", decisions)
                        .execute();
            });
        }
    }

    @Override
    public List<Address> rooms(String channel, String workspace) {
        if (workspace.isEmpty()) {
            return transactions
                    .list(
                            "select distinct channel, workspace from conversations where ? in ('', channel)"
                                    + " order by channel, workspace",
                            row -> new Place(row.getString("channel"), row.getString("workspace"), Set.of()),
                            channel)
                    .stream()
                    .flatMap(place -> rooms(place.channel(), place.workspace()).stream())
                    .toList();
        }
        // From each room to the next: all that was held in them is not gone through.
        return transactions.read(handle -> handle.createQuery("""
                        with recursive known(room) as (
                            select min(c.room) from conversations c
                             where c.channel = :channel and c.workspace = :workspace
                            union all
                            select (select min(c.room) from conversations c
                                     where c.channel = :channel and c.workspace = :workspace and c.room > known.room)
                              from known where known.room is not null)
                        select c.channel, c.workspace, c.room, '' as thread, c.details from known
                          join conversations c on c.id = (select d.id from conversations d
                                where d.channel = :channel and d.workspace = :workspace and d.room = known.room
                                order by d.updated_at desc limit 1)
                         order by c.room""")
                .bind("channel", channel)
                .bind("workspace", workspace)
                .map((row, context) -> SharedColumns.address(row))
                .list());
    }
}
