package dev.tunewise.storage.sql;

import dev.tunewise.session.lease.Backlog;
import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.document.DocumentCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The columns that several statements share. */
final class SharedColumns {
    /** Columns of an address, in the order of its constructor. */
    static final String ADDRESS = "c.channel, c.workspace, c.room, c.thread, c.details";

    static final String DIGEST = "c.id, c.flow, " + ADDRESS
            + ", c.title, c.state, c.verdict, c.headline, c.saving, c.created_at, c.updated_at, c.logged, c.log_status, c.decided_at";

    static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("channel"),
                row.getString("workspace"),
                row.getString("room"),
                row.getString("thread"),
                row.getString("details"));
    }

    /** What lists show of a consultation, with what people said in it opened. */
    static ConversationSummary digest(ResultSet row, DocumentCodec documents) throws SQLException {
        ConversationSummary.State state =
                ConversationSummary.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new ConversationSummary(
                row.getString("id"),
                row.getString("flow"),
                address(row),
                documents.open(row.getString("title")),
                state,
                row.getString("verdict"),
                row.getString("headline"),
                row.getString("saving"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                DecisionColumns.logged(row, state, documents));
    }

    /** Notes that a consultation takes place elsewhere now. */
    static void move(Handle handle, String conversation, Address address) {
        handle.createUpdate("""
                        update conversations
                        set channel = :channel, workspace = :workspace, room = :room,
                            thread = :thread, details = :details
                        where id = :id""").bindMethods(address).bind("id", conversation).execute();
    }

    /** Says whether a consultation of a room has no thread yet and a post that may have been shown. */
    static boolean opening(Handle handle, Address room) {
        return handle.select("""
                        select 1 from conversations c
                        where c.channel = ? and c.workspace = ? and c.room = ? and c.thread = ''
                          and exists (select 1 from posts p where p.conversation = c.id and p.state = 'waiting'
                                        and p.uncertain = 1) limit 1""", room.channel(), room.workspace(), room.room())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static Backlog backlog(ResultSet row, long now) throws SQLException {
        long oldest = row.getLong("oldest");
        return new Backlog(
                row.getLong("waiting"), row.getLong("aside"), oldest == 0 ? Duration.ZERO : age(oldest, now));
    }

    static StuckWork stuck(ResultSet row, long now) throws SQLException {
        return new StuckWork(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("workspace"),
                row.getString("conversation"),
                row.getInt("attempts"),
                age(row.getLong("since"), now),
                row.getInt("aside") == 1,
                row.getString("reason"));
    }

    private static Duration age(long since, long now) {
        return Duration.ofMillis(Math.max(0, now - since));
    }

    /** Binds what a turn can change of a digest. */
    static <S extends SqlStatement<S>> S bind(S statement, ConversationSummary digest, DocumentCodec documents) {
        return DecisionColumns.bind(statement, digest, documents)
                .bind("state", digest.state().name().toLowerCase(Locale.ROOT))
                .bind("verdict", digest.verdict())
                .bind("headline", digest.headline())
                .bind("saving", digest.saving())
                .bind("updatedAt", digest.updatedAt().toEpochMilli());
    }

    static void insert(Handle handle, Conversation conversation, ConversationSummary digest, DocumentCodec documents) {
        Update insert = handle.createUpdate("""
                insert into conversations (id, flow, channel, workspace, room, thread, details,
                    title, state, verdict, headline, saving, created_at, updated_at, version, <names>)
                values (:id, :flow, :channel, :workspace, :room, :thread, :details,
                    :title, :state, :verdict, :headline, :saving, :createdAt, :updatedAt, 1, <places>)""")
                .define("names", DecisionColumns.NAMES)
                .define("places", DecisionColumns.PLACES);
        bind(insert.bindMethods(conversation.address()), digest, documents)
                .bind("id", conversation.id())
                .bind("flow", conversation.flow())
                .bind("createdAt", conversation.createdAt().toEpochMilli())
                .execute();
    }
}
