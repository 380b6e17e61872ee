package dev.tunewise.teams;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.deliver.FileSigningKey;
import dev.tunewise.teams.deliver.SignedFileUrls;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsDirectory;
import dev.tunewise.teams.deliver.TeamsThreadLinks;
import dev.tunewise.teams.receive.TeamsRequestReceiver;
import dev.tunewise.teams.registration.ManagedIdentity;
import dev.tunewise.teams.registration.TeamsSettings;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/** Wires the adapter where it is switched on. */
@Factory
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
final class TeamsFactory {
    @Singleton
    TeamsModule.Out out(
            TeamsSettings settings,
            InstantSource clock,
            BeanProvider<Attachments> attachments,
            SecretStore secrets,
            WorkspaceSettings rooms,
            Environment environment) {
        String host =
                environment.getProperty("micronaut.server.host", String.class).orElse("");
        List<String> faults = settings.faults(host, isLoopback(host));
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Teams cannot start:\n- " + String.join("\n- ", faults));
        }
        // A token server on this machine is a test; nobody else would set one.
        boolean loopback = settings.isDevelopment() || settings.loginUrl().startsWith("http://127.0.0.1");
        // Azure names them in the environment, as IDENTITY_ENDPOINT and IDENTITY_HEADER.
        ManagedIdentity.Endpoint identity = new ManagedIdentity.Endpoint(
                environment.getProperty("identity.endpoint", String.class).orElse(""),
                environment.getProperty("identity.header", String.class).orElse(""));
        try {
            return TeamsModule.Out.of(
                    settings,
                    clock,
                    loopback,
                    new TeamsModule.Needs(rooms, () -> attachments.find(null), new FileSigningKey(secrets), identity));
        } catch (IllegalArgumentException unusable) {
            throw new ConfigurationException("Teams cannot start: " + unusable.getMessage());
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Singleton
    TeamsDelivery delivery(TeamsModule.Out out) {
        return out.delivery();
    }

    @Singleton
    @Named("platform")
    TeamsThreadLinks links(TeamsModule.Out out) {
        return out.links();
    }

    @Singleton
    @Named("platform")
    TeamsDirectory directory(TeamsModule.Out out) {
        return out.directory();
    }

    @Singleton
    SignedFileUrls pages(TeamsModule.Out out) {
        return out.pages();
    }

    @Singleton
    TeamsModule.In in(
            TeamsSettings settings,
            TeamsModule.Out out,
            ChannelFrame frame,
            WorkspaceSettings rooms,
            InstantSource clock) {
        return TeamsModule.in(settings, out, frame, rooms, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    InboxWorker worker(TeamsModule.In in) {
        return in.worker();
    }

    @Singleton
    TeamsRequestReceiver doorway(TeamsModule.In in) {
        return in.doorway();
    }
}
