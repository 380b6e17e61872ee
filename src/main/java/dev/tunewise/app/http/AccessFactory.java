package dev.tunewise.app.http;

import dev.tunewise.access.Grants;
import dev.tunewise.access.Visibility;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.SecretStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes what decides about access. */
@Factory
final class AccessFactory {
    @Singleton
    Grants grants(SecretStore secrets, SecureRandom random, InstantSource clock) {
        return new Grants(secrets, random, clock);
    }

    @Singleton
    Visibility visibility(WorkspaceDirectory directory) {
        return new Visibility(directory);
    }
}
