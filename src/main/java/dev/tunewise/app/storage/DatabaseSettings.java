package dev.tunewise.app.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where consultations are kept.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
 * @param user user of PostgreSQL; empty for SQLite
 * @param password that user's password; empty for none
 */
@ConfigurationProperties("tunewise.database")
public record DatabaseSettings(
        @Bindable(defaultValue = "jdbc:sqlite:tunewise.db") String url,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password) {

    @Override
    public String toString() {
        return "DatabaseConfiguration[user=" + user + "]";
    }
}
