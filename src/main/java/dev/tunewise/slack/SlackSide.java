package dev.tunewise.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import dev.tunewise.session.Attachments;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Desk;
import dev.tunewise.session.Inbox;
import dev.tunewise.session.InboxWorker;
import dev.tunewise.session.Secrets;
import dev.tunewise.session.Summaries;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the adapter, put together. What sends stands by itself, because consultations need it before they can be had. */
final class SlackSide {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSide.class);

    private SlackSide() {}

    /** What sends: everything that needs no consultations. */
    static final class Out {
        private final Slack sdk;
        private final SlackApi api;
        private final Bots bots;
        private final Installations installations;
        private final Messages messages;
        private final ResponseUrls responseUrls;
        private final SlackDelivery delivery;
        private final SlackThreadLinks links;

        Out(SlackSettings settings, Secrets secrets, Supplier<Attachments> attachments, InstantSource clock) {
            this.sdk = SlackApi.sdk(settings.apiUrl());
            this.api = new SlackApi(sdk);
            this.installations = new Installations(secrets);
            this.bots = settings.forManyWorkspaces()
                    ? new InstalledBots(api, installations, client(settings), clock)
                    : new TokenBots(api, settings.botToken(), clock);
            this.messages = new Messages(api);
            this.responseUrls = new ResponseUrls(api);
            this.delivery = new SlackDelivery(
                    bots, messages, new Uploads(api, messages, attachments), responseUrls, new Pauses(clock));
            this.links = new SlackThreadLinks(bots);
        }

        private static InstalledBots.Client client(SlackSettings settings) {
            return new InstalledBots.Client(settings.clientId(), settings.clientSecret());
        }

        Slack sdk() {
            return sdk;
        }

        SlackDelivery delivery() {
            return delivery;
        }

        SlackThreadLinks links() {
            return links;
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
     * @param summaries the channels for summaries
     * @param store lists, and deletes what belongs to a workspace
     * @param inbox keeps requests until they are worked off
     */
    record House(Consultations consultations, Desk desk, Summaries summaries, ConversationStore store, Inbox inbox) {}

    /** The receiving side: the door, and the work behind it. */
    record In(Doorway doorway, InboxWorker worker) {}

    static In in(SlackSettings settings, Out out, House house, InstantSource clock, Executor executor) {
        AppConfig config = bolt(settings, out);
        Turns turns = new Turns(house.consultations(), house.summaries(), new Names(out.api, out.bots));
        Posts posts = new Posts(house.consultations());
        Channels channels = new Channels(out.api);
        Whispers whispers = new Whispers(out.messages, out.responseUrls);
        Windows windows = new Windows(out.api, whispers);
        Orders.Ways ways = new Orders.Ways(out.bots, channels, out.messages, whispers, out.links);
        Orders orders = new Orders(house.desk(), turns, ways);
        HomeDesk home = new HomeDesk(out.api, house.store(), house.summaries(), orders, ways, windows, clock);
        ClickRouter clicks = new ClickRouter(
                new ClickDesk(house.consultations(), turns, posts, windows, out.bots),
                new FormDesk(house.consultations(), turns, posts, clock),
                home,
                out.responseUrls);
        Parser parser = new Parser(config);
        BoltDesk desk = new BoltDesk(
                config,
                parser,
                new BoltDesk.Desks(
                        new MessageDesk(turns, orders),
                        new CommandDesk(orders, turns, out.responseUrls, clock),
                        clicks,
                        home,
                        new Removals(house.store(), out.installations, out.bots)));
        InboxWorker.Ways work =
                new InboxWorker.Ways(text -> desk.work(Received.read(text)), SlackSide::failed, executor);
        InboxWorker worker = new InboxWorker(
                SlackDelivery.CHANNEL, house.inbox(), work, clock, settings.queue(), settings.concurrency());
        String secret = settings.signingSecret().isBlank() ? "socket mode signs nothing" : settings.signingSecret();
        return new In(new Doorway(new SlackRequestVerifier(secret, clock), parser, worker, clock), worker);
    }

    private static void failed(RuntimeException failure, boolean givenUp) {
        if (givenUp) {
            LOG.error("A request of Slack failed several times and is given up", failure);
        } else {
            LOG.warn("A request of Slack failed and is tried again", failure);
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
