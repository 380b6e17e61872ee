package dev.tunewise.teams;

import dev.tunewise.session.Attachments;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Inbox;
import dev.tunewise.session.Secrets;
import dev.tunewise.session.Settings;
import dev.tunewise.session.Summaries;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
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
    TeamsSide.Out out(
            TeamsSettings settings,
            InstantSource clock,
            BeanProvider<Attachments> attachments,
            Secrets secrets,
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
            return new TeamsSide.Out(
                    settings,
                    clock,
                    loopback,
                    new TeamsSide.Needs(() -> attachments.find(null), new FileKey(secrets), identity));
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
    TeamsDelivery delivery(TeamsSide.Out out) {
        return out.delivery();
    }

    @Singleton
    TeamsThreadLinks links(TeamsSide.Out out) {
        return out.links();
    }

    @Singleton
    FilePages pages(TeamsSide.Out out) {
        return out.pages();
    }

    @Singleton
    TeamsSide.In in(
            TeamsSettings settings,
            TeamsSide.Out out,
            Consultations consultations,
            Summaries summaries,
            ConversationStore store,
            Inbox inbox,
            Settings rooms,
            InstantSource clock) {
        TeamsSide.House house = new TeamsSide.House(consultations, summaries, store, inbox, rooms);
        return TeamsSide.in(settings, out, house, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    TeamsDoorway doorway(TeamsSide.In in) {
        return in.doorway();
    }
}
