package dev.tunewise.storage.sql;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.money.Range;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
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

    private DecisionColumns() {}

    static <S extends SqlStatement<S>> S bind(S statement, ConversationSummary digest, DocumentCodec documents) {
        LoggedDecision logged = digest.logged();
        FollowUp followUp = logged.followUp();
        Author owner = followUp.owner();
        LocalDate review = followUp.review();
        Instant decided = logged.decidedAt();
        Range gain = logged.gain();
        return statement
                .bind("title", documents.seal(digest.title()))
                .bind("logged", documents.of(logged))
                .bind("words", documents.searchable(text(digest)))
                .bind("reminded", logged.reminded() ? 1 : 0)
                .bind("logStatus", logged.status().id())
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

    /** What was kept, with what people said in it opened. Of what an older version kept, only status and day are known. */
    static ConversationSummary open(ConversationSummary kept, ResultSet row, DocumentCodec documents)
            throws SQLException {
        String document = row.getString("logged");
        LoggedDecision logged = document.isEmpty() ? before(row) : documents.logged(document);
        return kept.titled(documents.open(kept.title())).logged(logged);
    }

    /** What a search looks through. */
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
                LoggedDecision.Status.of(row.getString("log_status")).orElse(LoggedDecision.Status.OPEN),
                decided == 0 ? null : Instant.ofEpochMilli(decided),
                List.of(),
                null,
                null,
                FollowUp.NONE,
                false);
    }
}
