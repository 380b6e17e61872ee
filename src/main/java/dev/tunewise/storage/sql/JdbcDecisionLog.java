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
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

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
        return Stream.concat(
                        Stream.of("true"),
                        words.stream()
                                .limit(MOST_WORDS)
                                .map(word -> documents.hidden(word).stream()
                                        .map(hidden ->
                                                transactions.dialect().position() + "(c.words, '" + hidden + "') > 0")
                                        .collect(Collectors.joining(" or ", "(", ")"))))
                .collect(Collectors.joining(" and "));
    }

    private List<ConversationSummary> select(
            Handle handle, Filter filter, Place place, String hidden, Set<String> words, int most) {
        Query query = handle.createQuery("select " + SharedColumns.DIGEST
                + " from (select c.id from conversations c where " + conditions(filter, place) + " and " + hidden
                + " order by c.updated_at desc, c.id limit :limit) newest join conversations c on c.id = newest.id");
        return bind(query, filter, place).bind("limit", most).map((row, context) -> digest(row)).list().stream()
                .filter(decision -> words.isEmpty() || SearchWords.holds(DecisionColumns.text(decision), words))
                .toList();
    }

    @Override
    public Map<Status, Long> counts(Filter filter) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Place place : filter.places()) {
            transactions
                    .read(handle -> bind(
                                    handle.createQuery(
                                            "select c.log_status, count(*) as found from conversations c where "
                                                    + conditions(filter, place) + " group by c.log_status"),
                                    filter,
                                    place)
                            .map((row, context) -> Map.entry(row.getString("log_status"), row.getLong("found")))
                            .list())
                    .forEach(row -> Status.of(row.getKey())
                            .ifPresent(status -> counts.merge(status, row.getValue(), Long::sum)));
        }
        return counts;
    }

    @Override
    public Optional<Range> gain(Filter filter) {
        List<Range> sums = new ArrayList<>();
        for (Place place : filter.places()) {
            transactions
                    .read(handle -> bind(
                                    handle.createQuery("select sum(c.gain_low) as low, sum(c.gain_likely) as likely,"
                                            + " sum(c.gain_high) as high from conversations c where "
                                            + conditions(filter, place) + " and c.gain_likely is not null"),
                                    filter,
                                    place)
                            .map((row, context) -> Optional.ofNullable(row.getBigDecimal("low"))
                                    .map(_ -> range(row)))
                            .one())
                    .ifPresent(sums::add);
        }
        return sums.stream()
                .reduce((one, other) -> new Range(
                        one.low().add(other.low()),
                        one.likely().add(other.likely()),
                        one.high().add(other.high())));
    }

    private static Range range(ResultSet row) {
        try {
            return new Range(dollars(row, "low"), dollars(row, "likely"), dollars(row, "high"));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static BigDecimal dollars(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).movePointLeft(2);
    }

    @Override
    public List<ConversationSummary> stalled(Address room, Instant since, int limit) {
        return transactions.read(handle -> handle.createQuery("select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.channel = :channel and c.workspace = :workspace and c.room = :room
                          and c.state = 'open' and c.reminded = 0 and c.updated_at < :since
                        order by c.updated_at limit :limit""")
                .bind("channel", room.channel())
                .bind("workspace", room.workspace())
                .bind("room", room.room())
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> digest(row))
                .list());
    }

    @Override
    public List<ConversationSummary> unwatched(String edition, String after, int limit) {
        return transactions.read(handle -> handle.createQuery("select " + SharedColumns.DIGEST + """
                         from conversations c
                        where c.id > :after and c.state = 'concluded' and c.watched <> :edition
                          and c.log_status in ('decided', 'acted-on', 'revisited')
                        order by c.id limit :limit""")
                .bind("edition", edition)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> digest(row))
                .list());
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
        return transactions.read(handle -> handle.createQuery("""
                        select distinct c.room, (select d.details from conversations d
                                where d.channel = c.channel and d.workspace = c.workspace and d.room = c.room
                                order by d.updated_at desc limit 1) as details
                        from (select distinct channel, workspace, room from conversations
                                where channel = :channel and workspace = :workspace) c
                        order by c.room""")
                .bind("channel", channel)
                .bind("workspace", workspace)
                .map((row, context) ->
                        new Address(channel, workspace, row.getString("room"), "", row.getString("details")))
                .list());
    }

    private static String conditions(Filter filter, Place place) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        add(conditions, !place.channel().isEmpty(), "c.channel = :channel");
        add(conditions, !place.workspace().isEmpty(), "c.workspace = :workspace");
        // A search walks through the words of a workspace, the newest first, and not from room to room.
        String room = filter.text().isBlank() ? "c.room" : "c.room || ''";
        add(conditions, !place.rooms().isEmpty(), room + " in (<rooms>)");
        add(conditions, !filter.statuses().isEmpty(), "c.log_status in (<statuses>)");
        add(conditions, !filter.owner().isEmpty(), "c.owner_id = :owner");
        add(conditions, filter.reviewBy() != null, "c.review_on > 0 and c.review_on <= :reviewBy");
        add(conditions, filter.decidedFrom() != null, "c.decided_at >= :decidedFrom");
        add(conditions, filter.decidedUntil() != null, "c.decided_at > 0 and c.decided_at < :decidedUntil");
        return String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, boolean wanted, String condition) {
        if (wanted) {
            conditions.add(condition);
        }
    }

    private static Query bind(Query query, Filter filter, Place place) {
        if (!place.rooms().isEmpty()) {
            query.bindList("rooms", List.copyOf(place.rooms()));
        }
        if (!filter.statuses().isEmpty()) {
            query.bindList(
                    "statuses", filter.statuses().stream().map(Status::id).toList());
        }
        var reviewBy = filter.reviewBy();
        var from = filter.decidedFrom();
        var until = filter.decidedUntil();
        // Of all places together the query asks for none of these.
        query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        return query.bind("channel", place.channel())
                .bind("workspace", place.workspace())
                .bind("owner", filter.owner())
                .bind("reviewBy", reviewBy == null ? 0 : reviewBy.toEpochDay())
                .bind("decidedFrom", from == null ? 0 : from.toEpochMilli())
                .bind("decidedUntil", until == null ? 0 : until.toEpochMilli());
    }

    private ConversationSummary digest(ResultSet row) throws SQLException {
        return DecisionColumns.open(SharedColumns.digest(row), row, documents);
    }
}
