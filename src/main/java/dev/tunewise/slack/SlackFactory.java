package dev.tunewise.slack;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.slack.client.SlackDirectory;
import dev.tunewise.slack.deliver.SlackDelivery;
import dev.tunewise.slack.deliver.SlackFileUploads;
import dev.tunewise.slack.deliver.SlackThreadLinks;
import dev.tunewise.slack.install.OAuthInstall;
import dev.tunewise.slack.install.OAuthStates;
import dev.tunewise.slack.receive.SlackRequestReceiver;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/** Wires the adapter where it is switched on. */
@Factory
@Requires(property = "tunewise.slack.mode")
@Requires(property = "tunewise.slack.mode", notEquals = "off")
final class SlackFactory {
    @Singleton
    SlackModule.Out out(
            SlackSettings settings,
            SecretStore secrets,
            WorkspaceSettings rooms,
            BeanProvider<Attachments> attachments,
            InstantSource clock) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Slack cannot start:\n- " + String.join("\n- ", faults));
        }
        // Asked for when there is something to upload: what draws may itself need the consultations, which need us.
        return SlackModule.Out.of(
                settings,
                secrets,
                rooms,
                () -> attachments.isPresent() ? attachments.get() : SlackFileUploads.NONE,
                clock);
    }

    @Singleton
    SlackDelivery delivery(SlackModule.Out out) {
        return out.delivery();
    }

    @Singleton
    @Named("platform")
    SlackThreadLinks links(SlackModule.Out out) {
        return out.links();
    }

    @Singleton
    @Named("platform")
    SlackDirectory directory(SlackModule.Out out) {
        return out.directory();
    }

    @Singleton
    SlackModule.In in(SlackSettings settings, SlackModule.Out out, ChannelFrame frame, InstantSource clock) {
        return SlackModule.in(settings, out, frame, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    InboxWorker worker(SlackModule.In in) {
        return in.worker();
    }

    @Singleton
    SlackRequestReceiver doorway(SlackModule.In in) {
        return in.doorway();
    }

    @Singleton
    @Requires(property = "tunewise.slack.client-id")
    OAuthInstall install(SlackSettings settings, SlackModule.Out out, InstantSource clock) {
        return out.install(settings, clock);
    }

    @Singleton
    @Requires(property = "tunewise.slack.client-id")
    OAuthStates states(SlackSettings settings, InstantSource clock) {
        return new OAuthStates(settings.clientSecret(), new SecureRandom(), clock);
    }
}
