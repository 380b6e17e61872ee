package dev.tunewise.app.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where consultations are kept.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
 * @param user user of PostgreSQL; empty for SQLite
 * @param password that user's password; empty for none
 * @param leastFree bytes that have to be free where an SQLite file lies; with less the service is not ready
 */
@ConfigurationProperties("tunewise.database")
public record DatabaseSettings(
        @Bindable(defaultValue = "jdbc:sqlite:tunewise.db") String url,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "67108864") long leastFree) {
    @Override
    public String toString() {
        return "DatabaseConfiguration[user=" + user + "]";
    }
}
