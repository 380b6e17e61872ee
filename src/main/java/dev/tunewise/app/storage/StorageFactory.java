package dev.tunewise.app.storage;

import dev.tunewise.access.Secrets;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.AuditTrail;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Opens the database when the service starts, and hands out the ports on it. */
@Factory
final class StorageFactory {
    @Context
    @Bean(preDestroy = "close")
    Database database(
            DatabaseSettings configuration,
            @Property(name = "tunewise.secret-keys", defaultValue = "") String keys,
            @Property(name = "tunewise.secret-keys-file", defaultValue = "") String file,
            @Property(name = "tunewise.kms-key-uri", defaultValue = "") String kms,
            @Property(name = "tunewise.kms-credentials", defaultValue = "") String credentials) {
        return Database.open(
                configuration.url(),
                configuration.user(),
                configuration.password(),
                new KeySettings(keys, file, kms, credentials));
    }

    @Context
    @Bean(preDestroy = "close")
    LeaseHeartbeat heartbeat(Database database, SecureRandom random) {
        return new LeaseHeartbeat(database.leases(), Secrets.random(random, 9));
    }

    @Singleton
    ProcessId process(LeaseHeartbeat heartbeat) {
        return heartbeat.process();
    }

    @Singleton
    ConversationStore conversations(Database database) {
        return database.conversations();
    }

    @Singleton
    Announcements announcements(Database database) {
        return database.announcements();
    }

    @Singleton
    DecisionLog decisions(Database database) {
        return database.decisions();
    }

    @Singleton
    Outbox outbox(Database database) {
        return database.outbox();
    }

    @Singleton
    Inbox inbox(Database database) {
        return database.inbox();
    }

    @Singleton
    WorkspaceSettings settings(Database database) {
        return database.settings();
    }

    @Singleton
    ErasureStore erasure(Database database) {
        return database.erasure();
    }

    @Singleton
    AuditTrail audit(Database database) {
        return database.audit();
    }

    @Singleton
    SecretStore secrets(Database database) {
        return database.secrets();
    }
}
