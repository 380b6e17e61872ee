package dev.tunewise.slack;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.FlowChoice;
import dev.tunewise.session.command.FlowNames;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.command.SettingsService;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.SummaryRouter;
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
            SlackSettings settings, SecretStore secrets, BeanProvider<Attachments> attachments, InstantSource clock) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Slack cannot start:\n- " + String.join("\n- ", faults));
        }
        // Asked for when there is something to upload: what draws may itself need the consultations, which need us.
        return new SlackModule.Out(
                settings, secrets, () -> attachments.isPresent() ? attachments.get() : SlackFileUploads.NONE, clock);
    }

    @Singleton
    SlackDelivery delivery(SlackModule.Out out) {
        return out.delivery();
    }

    @Singleton
    SlackThreadLinks links(SlackModule.Out out) {
        return out.links();
    }

    @Singleton
    @Named("platform")
    SlackDirectory directory(SlackModule.Out out) {
        return out.directory();
    }

    @Singleton
    SlackModule.House house(
            SlackSettings settings,
            SlackModule.Out out,
            Consultations consultations,
            SummaryRouter summaries,
            TeamSettings chosen,
            ForgetService forget,
            WorkspaceDirectory directory,
            ConversationStore store,
            Inbox inbox,
            ProcessId process,
            Quotas quotas,
            FlowNames flowNames) {
        CommandReplies notices = new CommandReplies(Messages.english());
        CommandService desk = new CommandService(
                consultations,
                store,
                summaries,
                new SettingsService(chosen, directory, notices),
                forget,
                out.links(),
                notices,
                new FlowChoice(settings.flow(), flowNames));
        return new SlackModule.House(consultations, desk, chosen, forget, store, inbox, process, quotas);
    }

    @Singleton
    SlackModule.In in(SlackSettings settings, SlackModule.Out out, SlackModule.House house, InstantSource clock) {
        return SlackModule.in(settings, out, house, clock, Executors.newVirtualThreadPerTaskExecutor());
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
    OAuthStates states(SecretStore secrets, InstantSource clock) {
        return new OAuthStates(secrets, new SecureRandom(), clock);
    }
}
