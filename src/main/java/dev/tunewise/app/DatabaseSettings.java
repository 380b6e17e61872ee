package dev.tunewise.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where consultations are kept.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}; `memory` keeps nothing beyond the process
 * @param user PostgreSQL's user
 * @param password that user's password
 * @param secretKeys keys for what is kept encrypted, the newest first, joined by commas; empty for a key file beside SQLite
 */
@ConfigurationProperties("tunewise.database")
record DatabaseSettings(
        @Bindable(defaultValue = "jdbc:sqlite:tunewise.db") String url,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "") String secretKeys) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[user=" + user + "]";
    }
}
