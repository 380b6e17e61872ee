package dev.tunewise.teams;

import dev.tunewise.conversation.Notices;
import dev.tunewise.conversation.Wording;
import dev.tunewise.session.Attachments;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Desk;
import dev.tunewise.session.Inbox;
import dev.tunewise.session.InboxWorker;
import dev.tunewise.session.Settings;
import dev.tunewise.session.Summaries;
import dev.tunewise.teams.card.CardRenderer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the adapter, put together. What sends stands by itself, because consultations need it before they can be had. */
final class TeamsSide {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsSide.class);

    private TeamsSide() {}

    /**
     * What the sending side asks for late or from outside.
     *
     * @param attachments what draws pictures and writes files, asked for when there is something to show
     * @param fileKey what links to them are signed with
     * @param identity where this machine gives tokens of its managed identity
     */
    record Needs(
            Supplier<Optional<Attachments>> attachments, Supplier<byte[]> fileKey, ManagedIdentity.Endpoint identity) {}

    /** What sends: everything that needs no consultations. */
    static final class Out {
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final Connector connector;
        private final CardRenderer renderer;
        private final FilePages pages;
        private final SendGate gate = new SendGate();
        private final FileUploads uploads;
        private final ServiceUrls serviceUrls;
        private final TeamsDelivery delivery;
        private final TeamsThreadLinks links = new TeamsThreadLinks();

        /**
         * Puts the sending side together.
         *
         * @param loopback whether answers may also go to this machine, for development and tests
         */
        Out(TeamsSettings settings, InstantSource clock, boolean loopback, Needs needs) {
            serviceUrls = new ServiceUrls(loopback);
            uploads = new FileUploads(http, loopback);
            connector = new Connector(http, tokens(settings, clock, needs.identity(), http), serviceUrls);
            pages = new FilePages(settings.publicUrl(), needs.fileKey(), needs.attachments());
            renderer = new CardRenderer(pages);
            delivery =
                    new TeamsDelivery(connector, renderer, new FileOffers(connector, pages, gate, clock), gate, clock);
        }

        TeamsDelivery delivery() {
            return delivery;
        }

        TeamsThreadLinks links() {
            return links;
        }

        FilePages pages() {
            return pages;
        }
    }

    /** Tokens for what is sent; none in development. */
    static AccessTokens tokens(
            TeamsSettings settings, InstantSource clock, ManagedIdentity.Endpoint machine, HttpClient http) {
        return settings.isDevelopment()
                ? AccessTokens.none()
                : new CachedTokens(requests(settings, clock, machine, http), http, clock);
    }

    private static TokenRequests requests(
            TeamsSettings settings, InstantSource clock, ManagedIdentity.Endpoint machine, HttpClient http) {
        String identity = settings.managedIdentity();
        if (identity.equalsIgnoreCase(settings.appId())) {
            return new ManagedIdentity(identity, settings.resource(), machine);
        }
        return new ClientCredentials(
                settings,
                !identity.isBlank()
                        ? ManagedIdentity.trustedBy(identity, machine, http, clock)
                        : settings.certificate().isBlank()
                                ? ClientCredentials.Proof.secret(settings.appSecret())
                                : CertificateProof.of(settings, clock));
    }

    /**
     * What the receiving side works with.
     *
     * @param consultations where events go
     * @param summaries the channels for summaries
     * @param store lists consultations
     * @param inbox keeps activities until they are worked off
     * @param settings keeps who was welcomed
     */
    record House(
            Consultations consultations,
            Summaries summaries,
            ConversationStore store,
            Inbox inbox,
            Settings settings) {}

    /** The receiving side. */
    record In(TeamsDoorway doorway, InboxWorker worker) {}

    static In in(TeamsSettings settings, Out out, House house, InstantSource clock, Executor executor) {
        Notices notices = new Notices(Wording.english());
        Rooms rooms = new Rooms(house.consultations(), house.store(), clock);
        Teller teller = new Teller(out.connector, out.renderer, out.gate, clock);
        Desk desk =
                new Desk(house.consultations(), house.store(), house.summaries(), out.links, notices, settings.flow());
        Orders orders = new Orders(
                desk, rooms, new Orders.Ways(teller, new Channels(out.connector), house.summaries(), out.links));
        MessageDesk messages = new MessageDesk(rooms, orders, settings.readThreads());
        Welcome welcome = new Welcome(house.settings(), teller, new Rosters(out.connector), notices);
        FileDesk files = new FileDesk(
                rooms, out.pages, out.uploads, new FileDesk.Ways(out.connector, out.renderer, out.gate, clock));
        InvokeDesk invokes = new InvokeDesk(rooms, new Posts(house.consultations()), out.renderer, orders);
        InboxWorker.Ways ways = new InboxWorker.Ways(
                request -> Activity.read(request).ifPresent(activity -> {
                    if (activity.type().equals("message")) {
                        messages.take(activity);
                    } else if (activity.name().equals(FileDesk.INVOKE)) {
                        files.take(activity);
                    } else {
                        welcome.take(activity);
                    }
                }),
                TeamsSide::failed,
                executor);
        InboxWorker worker = new InboxWorker(
                TeamsDelivery.CHANNEL, house.inbox(), ways, clock, settings.queue(), settings.concurrency());
        return new In(
                new TeamsDoorway(settings, verifier(settings, out, clock), out.serviceUrls, invokes, worker), worker);
    }

    private static Optional<TeamsRequestVerifier> verifier(TeamsSettings settings, Out out, InstantSource clock) {
        if (settings.isDevelopment()) {
            LOG.warn("Teams runs in development mode: every request is believed. Never let others reach this service.");
            return Optional.empty();
        }
        PublishedKeys keys = new PublishedKeys(URI.create(settings.metadataUrl()), out.http, clock);
        return Optional.of(new TeamsRequestVerifier(settings.appId(), settings.issuer(), keys, clock));
    }

    private static void failed(RuntimeException failure, boolean givenUp) {
        if (givenUp) {
            LOG.error("An activity of Teams failed several times and is given up", failure);
        } else if (failure instanceof Teller.TryAgain) {
            LOG.info("An activity of Teams is worked off again later: {}", failure.getMessage());
        } else {
            LOG.warn("An activity of Teams failed and is tried again", failure);
        }
    }
}
