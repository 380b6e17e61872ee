package dev.tunewise.slack;

import com.slack.api.Slack;
import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.slack.client.SingleWorkspaceBots;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.client.SlackDirectory;
import dev.tunewise.slack.client.SlackRateLimiter;
import dev.tunewise.slack.client.SlackUserNames;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.SlackRequest;
import dev.tunewise.slack.deliver.EphemeralMessages;
import dev.tunewise.slack.deliver.Modals;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.deliver.SlackDelivery;
import dev.tunewise.slack.deliver.SlackFileUploads;
import dev.tunewise.slack.deliver.SlackMessageSender;
import dev.tunewise.slack.deliver.SlackThreadLinks;
import dev.tunewise.slack.handle.HomeTabHandler;
import dev.tunewise.slack.handle.InteractionRouter;
import dev.tunewise.slack.handle.ModalSubmissionHandler;
import dev.tunewise.slack.handle.SlackClickHandler;
import dev.tunewise.slack.handle.SlackCommandHandler;
import dev.tunewise.slack.handle.SlackConsultations;
import dev.tunewise.slack.handle.SlackDispatcher;
import dev.tunewise.slack.handle.SlackMessageHandler;
import dev.tunewise.slack.handle.SlashCommandHandler;
import dev.tunewise.slack.install.InstallationStore;
import dev.tunewise.slack.install.InstalledBots;
import dev.tunewise.slack.install.OAuthInstall;
import dev.tunewise.slack.install.UninstallHandler;
import dev.tunewise.slack.receive.SlackRequestReceiver;
import dev.tunewise.slack.receive.SlackRequestVerifier;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parts of the adapter, put together. What sends stands by itself, because consultations need it before they can be had. */
final class SlackModule {
    /** What sends: everything that needs no consultations. */
    public record Out(
            Slack sdk,
            SlackApi api,
            SlackBots bots,
            InstallationStore installations,
            SlackMessageSender messages,
            ResponseUrls responseUrls,
            SlackDelivery delivery,
            SlackThreadLinks links,
            SlackDirectory directory) {
        public static Out of(
                SlackSettings settings,
                SecretStore secrets,
                WorkspaceSettings rooms,
                Supplier<Attachments> attachments,
                InstantSource clock) {
            Slack sdk = SlackApi.sdk(settings.apiUrl());
            SlackApi api = new SlackApi(sdk);
            InstallationStore installations = new InstallationStore(secrets);
            SlackBots bots = settings.forManyWorkspaces()
                    ? new InstalledBots(api, installations, client(settings), clock)
                    : new SingleWorkspaceBots(api, settings.botToken(), clock);
            SlackMessageSender messages = new SlackMessageSender(api, () -> true);
            ResponseUrls responseUrls = new ResponseUrls(api, settings.apiUrl());
            SlackDelivery delivery = new SlackDelivery(
                    bots,
                    api,
                    new SlackFileUploads(api, messages, attachments),
                    responseUrls,
                    new EphemeralMessages(messages, responseUrls),
                    new SlackRateLimiter(clock));
            return new Out(
                    sdk,
                    api,
                    bots,
                    installations,
                    messages,
                    responseUrls,
                    delivery,
                    new SlackThreadLinks(bots),
                    new SlackDirectory(api, bots, rooms));
        }

        private static InstalledBots.Client client(SlackSettings settings) {
            return new InstalledBots.Client(settings.clientId(), settings.clientSecret());
        }

        /** What installs; only for many workspaces. */
        OAuthInstall install(SlackSettings settings, InstantSource clock) {
            if (!(bots instanceof InstalledBots installed)) {
                throw new IllegalStateException("Installs need tunewise.slack.client-id; it is not set");
            }
            OAuthInstall.Addresses addresses =
                    new OAuthInstall.Addresses(settings.authorizeUrl(), settings.redirectUrl());
            return new OAuthInstall(api, installations, installed, client(settings), addresses, clock, new QuietLog());
        }
    }

    /** The receiving side: the door, and the work behind it. */
    record In(SlackRequestReceiver doorway, InboxWorker worker) {}

    static In in(SlackSettings settings, Out out, ChannelFrame frame, InstantSource clock, Executor executor) {
        SlackConsultations turns = new SlackConsultations(frame, new SlackUserNames(out.api, out.bots));
        SlackChannels channels = new SlackChannels(out.api);
        EphemeralMessages whispers = new EphemeralMessages(out.messages, out.responseUrls);
        Modals windows = new Modals(out.api, whispers);
        SlackCommandHandler.Ways ways =
                new SlackCommandHandler.Ways(out.bots, channels, out.messages, whispers, out.links);
        SlackCommandHandler orders = new SlackCommandHandler(frame.desk(out.links, settings.flow()), turns, ways);
        HomeTabHandler home = new HomeTabHandler(
                out.api, frame.store(), frame.settings(), out.directory, orders, ways, windows, clock);
        InteractionRouter clicks = new InteractionRouter(
                new SlackClickHandler(turns, windows, out.bots),
                new ModalSubmissionHandler(turns, clock),
                home,
                out.responseUrls);
        SlackDispatcher desk = new SlackDispatcher(
                new SlackMessageHandler(turns, orders, frame.changes()),
                new SlashCommandHandler(orders, turns, out.responseUrls, clock),
                clicks,
                home,
                new UninstallHandler(frame.changes(), out.installations, out.bots));
        Consumer<SlackRequest> work = request -> {
            try {
                desk.work(request);
            } catch (QuotaExceeded over) {
                orders.tooMuch(over.refused());
            }
        };
        SlackPayloadParser parser = new SlackPayloadParser();
        InboxWorker worker = frame.worker(
                SlackDelivery.CHANNEL,
                settings.queue(),
                settings.concurrency(),
                executor,
                text -> parser.parse(text).ifPresent(work));
        String secret = settings.signingSecret().isBlank() ? "socket mode signs nothing" : settings.signingSecret();
        return new In(
                new SlackRequestReceiver(
                        new SlackRequestVerifier(secret, clock), parser, clicks::refused, worker, work),
                worker);
    }
}
