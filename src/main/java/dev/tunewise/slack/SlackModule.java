package dev.tunewise.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.slack.client.SingleWorkspaceBots;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.client.SlackChannels;
import dev.tunewise.slack.client.SlackDirectory;
import dev.tunewise.slack.client.SlackRateLimiter;
import dev.tunewise.slack.client.SlackUserNames;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.StoredRequest;
import dev.tunewise.slack.deliver.EphemeralMessages;
import dev.tunewise.slack.deliver.Modals;
import dev.tunewise.slack.deliver.ResponseUrls;
import dev.tunewise.slack.deliver.SlackDelivery;
import dev.tunewise.slack.deliver.SlackFileUploads;
import dev.tunewise.slack.deliver.SlackMessageSender;
import dev.tunewise.slack.deliver.SlackThreadLinks;
import dev.tunewise.slack.handle.BoltDispatcher;
import dev.tunewise.slack.handle.HomeTabHandler;
import dev.tunewise.slack.handle.InteractionRouter;
import dev.tunewise.slack.handle.ModalSubmissionHandler;
import dev.tunewise.slack.handle.SlackClickHandler;
import dev.tunewise.slack.handle.SlackCommandHandler;
import dev.tunewise.slack.handle.SlackConsultations;
import dev.tunewise.slack.handle.SlackMessageHandler;
import dev.tunewise.slack.handle.SlackPostLookup;
import dev.tunewise.slack.handle.SlashCommandHandler;
import dev.tunewise.slack.install.InstallationStore;
import dev.tunewise.slack.install.InstalledBots;
import dev.tunewise.slack.install.OAuthInstall;
import dev.tunewise.slack.install.UninstallHandler;
import dev.tunewise.slack.receive.SlackRequestReceiver;
import dev.tunewise.slack.receive.SlackRequestVerifier;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the adapter, put together. What sends stands by itself, because consultations need it before they can be had. */
final class SlackModule {
    private static final Logger LOG = LoggerFactory.getLogger(SlackModule.class);

    private SlackModule() {}

    /** What sends: everything that needs no consultations. */
    public static final class Out {
        private final Slack sdk;
        private final SlackApi api;
        private final SlackBots bots;
        private final InstallationStore installations;
        private final SlackMessageSender messages;
        private final ResponseUrls responseUrls;
        private final SlackDelivery delivery;
        private final SlackThreadLinks links;
        private final SlackDirectory directory;

        public Out(
                SlackSettings settings, SecretStore secrets, Supplier<Attachments> attachments, InstantSource clock) {
            this.sdk = SlackApi.sdk(settings.apiUrl());
            this.api = new SlackApi(sdk);
            this.installations = new InstallationStore(secrets);
            this.bots = settings.forManyWorkspaces()
                    ? new InstalledBots(api, installations, client(settings), clock)
                    : new SingleWorkspaceBots(api, settings.botToken(), clock);
            this.messages = new SlackMessageSender(api);
            this.responseUrls = new ResponseUrls(api, settings.apiUrl());
            this.delivery = new SlackDelivery(
                    bots,
                    messages,
                    new SlackFileUploads(api, messages, attachments),
                    responseUrls,
                    new EphemeralMessages(messages, responseUrls),
                    new SlackRateLimiter(clock));
            this.links = new SlackThreadLinks(bots);
            this.directory = new SlackDirectory(api, bots);
        }

        private static InstalledBots.Client client(SlackSettings settings) {
            return new InstalledBots.Client(settings.clientId(), settings.clientSecret());
        }

        public Slack sdk() {
            return sdk;
        }

        public SlackDelivery delivery() {
            return delivery;
        }

        SlackThreadLinks links() {
            return links;
        }

        SlackDirectory directory() {
            return directory;
        }

        /** What installs; only for many workspaces. */
        OAuthInstall install(SlackSettings settings, InstantSource clock) {
            if (!(bots instanceof InstalledBots installed)) {
                throw new IllegalStateException("Installs need tunewise.slack.client-id; it is not set");
            }
            OAuthInstall.Addresses addresses =
                    new OAuthInstall.Addresses(settings.authorizeUrl(), settings.redirectUrl());
            return new OAuthInstall(api, installations, installed, client(settings), addresses, clock);
        }
    }

    /**
     * What the receiving side works with.
     *
     * @param consultations where events go
     * @param desk carries out commands
     * @param settings what workspaces chose
     * @param forget deletes what belongs to a workspace
     * @param store lists
     * @param inbox keeps requests until they are processed
     * @param process this process
     * @param quotas how much is taken
     */
    record House(
            Consultations consultations,
            CommandService desk,
            TeamSettings settings,
            ForgetService forget,
            ConversationStore store,
            Inbox inbox,
            ProcessId process,
            Quotas quotas) {}

    /** The receiving side: the door, and the work behind it. */
    record In(SlackRequestReceiver doorway, InboxWorker worker) {}

    static In in(SlackSettings settings, Out out, House house, InstantSource clock, Executor executor) {
        AppConfig config = bolt(settings, out);
        SlackConsultations turns = new SlackConsultations(
                house.consultations(), house.store(), new SlackUserNames(out.api, out.bots), house.quotas());
        SlackPostLookup posts = new SlackPostLookup(house.consultations());
        SlackChannels channels = new SlackChannels(out.api);
        EphemeralMessages whispers = new EphemeralMessages(out.messages, out.responseUrls);
        Modals windows = new Modals(out.api, whispers);
        SlackCommandHandler.Ways ways =
                new SlackCommandHandler.Ways(out.bots, channels, out.messages, whispers, out.links);
        SlackCommandHandler orders = new SlackCommandHandler(house.desk(), turns, ways);
        HomeTabHandler home = new HomeTabHandler(
                out.api, house.store(), house.settings(), out.directory, orders, ways, windows, clock);
        InteractionRouter clicks = new InteractionRouter(
                new SlackClickHandler(house.consultations(), turns, posts, windows, out.bots),
                new ModalSubmissionHandler(house.consultations(), turns, posts, clock),
                home,
                out.responseUrls);
        SlackPayloadParser parser = new SlackPayloadParser(config);
        BoltDispatcher desk = new BoltDispatcher(
                config,
                parser,
                new BoltDispatcher.Desks(
                        new SlackMessageHandler(
                                turns,
                                orders,
                                new MessageChanges(house.consultations(), house.store(), house.forget())),
                        new SlashCommandHandler(orders, turns, out.responseUrls, clock),
                        clicks,
                        home,
                        new UninstallHandler(house.forget(), out.installations, out.bots)));
        InboxWorker.Ways work = new InboxWorker.Ways(
                text -> {
                    try {
                        desk.work(StoredRequest.read(text));
                    } catch (QuotaExceeded over) {
                        orders.tooMuch(over);
                    }
                },
                SlackModule::failed,
                executor);
        InboxWorker.Limits limits =
                new InboxWorker.Limits(house.process().id(), settings.queue(), settings.concurrency());
        InboxWorker worker = new InboxWorker(SlackDelivery.CHANNEL, house.inbox(), work, limits);
        String secret = settings.signingSecret().isBlank() ? "socket mode signs nothing" : settings.signingSecret();
        return new In(
                new SlackRequestReceiver(new SlackRequestVerifier(secret, clock), parser, clicks::refused, worker),
                worker);
    }

    private static void failed(RuntimeException failure, boolean givenUp) {
        if (givenUp) {
            LOG.error("A request of Slack cannot be worked off and is set aside: {}", FailureLine.of(failure));
        } else {
            LOG.warn("A request of Slack failed and is tried again: {}", FailureLine.of(failure));
        }
    }

    private static AppConfig bolt(SlackSettings settings, Out out) {
        return AppConfig.builder()
                .slack(out.sdk)
                .signingSecret("verified at the door")
                .singleTeamBotToken(null)
                .clientId(null)
                .clientSecret(null)
                .allEventsApiAutoAckEnabled(true)
                .threadPoolSize(settings.concurrency())
                .executorServiceProvider(out.sdk.getConfig().getExecutorServiceProvider())
                .build();
    }
}
