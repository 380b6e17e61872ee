package dev.tunewise.storage;

import dev.tunewise.session.Address;
import dev.tunewise.session.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns that several statements share. */
final class Rows {
    /** Columns of an address, in the order of its constructor. */
    static final String ADDRESS = "c.channel, c.workspace, c.room, c.thread, c.details";

    /** Columns of a digest, those of its address included. */
    static final String DIGEST = "c.id, c.flow, " + ADDRESS
            + ", c.title, c.state, c.verdict, c.headline, c.saving, c.created_at, c.updated_at";

    private Rows() {}

    static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("channel"),
                row.getString("workspace"),
                row.getString("room"),
                row.getString("thread"),
                row.getString("details"));
    }

    static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                row.getString("id"),
                row.getString("flow"),
                address(row),
                row.getString("title"),
                Digest.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("verdict"),
                row.getString("headline"),
                row.getString("saving"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    static <S extends SqlStatement<S>> S bind(S statement, Address address) {
        return statement
                .bind("channel", address.channel())
                .bind("workspace", address.workspace())
                .bind("room", address.room())
                .bind("thread", address.thread())
                .bind("details", address.details());
    }

    /** Binds what a turn can change of a digest. */
    static <S extends SqlStatement<S>> S bind(S statement, Digest digest) {
        return statement
                .bind("title", digest.title())
                .bind("state", digest.state().name().toLowerCase(Locale.ROOT))
                .bind("verdict", digest.verdict())
                .bind("headline", digest.headline())
                .bind("saving", digest.saving())
                .bind("updatedAt", digest.updatedAt().toEpochMilli());
    }
}
