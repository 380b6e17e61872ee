package dev.tunewise.storage.sql;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.money.Range;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.storage.document.DocumentCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The columns of the log of decisions: one document, and beside it what filters and sums need. */
final class DecisionColumns {
    static final String NAMES =
            "logged, words, log_status, decided_at, owner_id, review_on, gain_low, gain_likely, gain_high, reminded";
    static final String PLACES =
            ":logged, :words, :logStatus, :decidedAt, :ownerId, :reviewOn, :gainLow, :gainLikely, :gainHigh, :reminded";
    static final String CHANGES = "logged = :logged, words = :words, log_status = :logStatus, decided_at = :decidedAt,"
            + " owner_id = :ownerId, review_on = :reviewOn,"
            + " gain_low = :gainLow, gain_likely = :gainLikely, gain_high = :gainHigh, reminded = :reminded";

    /** All that a row may keep. */
    private static final List<String> KEPT = Stream.concat(
                    Stream.of(Status.values()).map(Status::id),
                    Stream.of(kept(EnumSet.of(Status.ACTED_ON, Status.REVISITED))))
            .toList();

    static <S extends SqlStatement<S>> S bind(S statement, ConversationSummary digest, DocumentCodec documents) {
        LoggedDecision logged = digest.logged();
        FollowUp followUp = logged.followUp();
        Author owner = followUp.owner();
        LocalDate review = followUp.review();
        Instant decided = logged.decidedAt();
        Range gain = logged.waits() ? null : logged.gain();
        return statement
                .bind("title", documents.seal(digest.title()))
                .bind("logged", documents.of(logged))
                .bind("words", documents.searchable(text(digest)))
                .bind("reminded", logged.reminded() ? 1 : 0)
                .bind("logStatus", kept(logged.found()))
                .bind("decidedAt", decided == null ? 0 : decided.toEpochMilli())
                .bind("ownerId", owner == null ? "" : owner.id())
                .bind("reviewOn", review == null ? 0 : review.toEpochDay())
                .bind("gainLow", gain == null ? null : cents(gain.low()))
                .bind("gainLikely", gain == null ? null : cents(gain.likely()))
                .bind("gainHigh", gain == null ? null : cents(gain.high()));
    }

    private static @Nullable Long cents(BigDecimal dollars) {
        BigDecimal cents = dollars.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        // A sum of so much is no figure any more, and could not be added up.
        return cents.precision() > 15 ? null : cents.longValueExact();
    }

    /** Of what an older version kept, only status and day are known. */
    static LoggedDecision logged(ResultSet row, ConversationSummary.State state, DocumentCodec documents)
            throws SQLException {
        String document = row.getString("logged");
        LoggedDecision logged = document.isEmpty() ? before(row) : documents.logged(document);
        boolean stopped = logged.status() == Status.OPEN && state == ConversationSummary.State.STOPPED;
        return stopped ? logged.standing(Status.STOPPED) : logged;
    }

    static String text(ConversationSummary digest) {
        LoggedDecision logged = digest.logged();
        Author owner = logged.followUp().owner();
        return String.join(
                "\n",
                digest.title(),
                owner == null ? "" : owner.name(),
                String.join("\n", logged.people()),
                digest.headline());
    }

    private static LoggedDecision before(ResultSet row) throws SQLException {
        long decided = row.getLong("decided_at");
        return new LoggedDecision(
                found(row.getString("log_status")).findFirst().orElse(Status.OPEN),
                decided == 0 ? null : Instant.ofEpochMilli(decided),
                List.of(),
                null,
                null,
                FollowUp.NONE,
                false,
                "",
                false);
    }

    /** The statuses under which a decision is found, as its row keeps them. */
    static String kept(Set<Status> found) {
        return found.stream().sorted().map(Status::id).collect(Collectors.joining("+"));
    }

    static Stream<Status> found(String kept) {
        return Stream.of(kept.split("\\+")).flatMap(id -> Status.of(id).stream());
    }

    private static List<String> kept(Filter filter) {
        return KEPT.stream()
                .filter(kept -> found(kept).anyMatch(filter.statuses()::contains))
                .toList();
    }

    /** What a decision has to hold, as a condition on the row `c`. */
    static String conditions(Filter filter, Place place) {
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

    /** The same for what looks at every decision that it finds: those of rooms are found by their rooms, however many of a status others have. */
    static String wholly(Filter filter, Place place) {
        String conditions = conditions(filter, place);
        return place.rooms().isEmpty() ? conditions : conditions.replace("c.log_status in", "c.log_status || '' in");
    }

    private static void add(List<String> conditions, boolean wanted, String condition) {
        if (wanted) {
            conditions.add(condition);
        }
    }

    /** Gives a query with these conditions its values. */
    static Query bind(Query query, Filter filter, Place place) {
        if (!place.rooms().isEmpty()) {
            query.bindList("rooms", List.copyOf(place.rooms()));
        }
        if (!filter.statuses().isEmpty()) {
            query.bindList("statuses", kept(filter));
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
}
