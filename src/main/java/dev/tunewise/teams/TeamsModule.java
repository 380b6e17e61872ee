package dev.tunewise.teams;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.quota.QuotaExceeded;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.ServiceUrls;
import dev.tunewise.teams.client.TeamOwners;
import dev.tunewise.teams.client.TeamsRateLimiter;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.FileOffers;
import dev.tunewise.teams.deliver.Rosters;
import dev.tunewise.teams.deliver.SignedFileUrls;
import dev.tunewise.teams.deliver.TeamsChannels;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsDirectory;
import dev.tunewise.teams.deliver.TeamsFileUploads;
import dev.tunewise.teams.deliver.TeamsNotifier;
import dev.tunewise.teams.deliver.TeamsReadingAll;
import dev.tunewise.teams.deliver.TeamsThreadLinks;
import dev.tunewise.teams.handle.FileConsentHandler;
import dev.tunewise.teams.handle.InvokeHandler;
import dev.tunewise.teams.handle.TeamsCommandHandler;
import dev.tunewise.teams.handle.TeamsConsultations;
import dev.tunewise.teams.handle.TeamsMessageHandler;
import dev.tunewise.teams.handle.WelcomeMessage;
import dev.tunewise.teams.receive.PublishedKeys;
import dev.tunewise.teams.receive.TeamsRequestReceiver;
import dev.tunewise.teams.receive.TeamsRequestVerifier;
import dev.tunewise.teams.registration.AccessTokens;
import dev.tunewise.teams.registration.CachedAccessTokens;
import dev.tunewise.teams.registration.CertificateProof;
import dev.tunewise.teams.registration.ClientCredentials;
import dev.tunewise.teams.registration.ManagedIdentity;
import dev.tunewise.teams.registration.TeamsSettings;
import dev.tunewise.teams.registration.TokenRequests;
import dev.tunewise.teams.render.CardRenderer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the adapter, put together. What sends stands by itself, because consultations need it before they can be had. */
public final class TeamsModule {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsModule.class);

    /**
     * What the sending side asks for late or from outside.
     *
     * @param rooms where changes of rooms are noted
     * @param attachments what draws pictures and writes files, asked for when there is something to show
     * @param fileKey what links to them are signed with
     * @param identity where this machine gives tokens of its managed identity
     */
    record Needs(
            WorkspaceSettings rooms,
            Supplier<Optional<Attachments>> attachments,
            Supplier<byte[]> fileKey,
            ManagedIdentity.Endpoint identity) {}

    /** What sends: everything that needs no consultations. */
    public record Out(
            HttpClient http,
            BotConnector connector,
            CardRenderer renderer,
            SignedFileUrls pages,
            TeamsRateLimiter gate,
            TeamsFileUploads uploads,
            ServiceUrls serviceUrls,
            TeamsDelivery delivery,
            TeamsReadingAll heard,
            TeamsThreadLinks links,
            TeamsDirectory directory) {
        /** The sending side, put together. `loopback`: whether answers may also go to this machine, for development and tests. */
        public static Out of(TeamsSettings settings, InstantSource clock, boolean loopback, Needs needs) {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            ServiceUrls serviceUrls = new ServiceUrls(loopback);
            BotConnector connector = new BotConnector(
                    http, tokens(settings, settings.scope(), clock, needs.identity(), http), serviceUrls, () -> true);
            AccessTokens graph = tokens(settings, settings.graphUrl() + "/.default", clock, needs.identity(), http);
            TeamOwners owners =
                    new TeamOwners(connector, http, graph, settings.graphUrl().replaceAll("/+$", ""));
            SignedFileUrls pages = new SignedFileUrls(settings.publicUrl(), needs.fileKey(), needs.attachments());
            CardRenderer renderer = new CardRenderer(pages);
            TeamsRateLimiter gate = new TeamsRateLimiter(clock);
            TeamsReadingAll heard = new TeamsReadingAll(needs.rooms());
            FileOffers offers = new FileOffers(connector, pages, gate);
            return new Out(
                    http,
                    connector,
                    renderer,
                    pages,
                    gate,
                    new TeamsFileUploads(http, loopback),
                    serviceUrls,
                    new TeamsDelivery(connector, renderer, offers, heard, gate),
                    heard,
                    new TeamsThreadLinks(),
                    new TeamsDirectory(connector, owners, needs.rooms()));
        }
    }

    /** Tokens for what is sent; none in development. */
    static AccessTokens tokens(
            TeamsSettings settings,
            String scope,
            InstantSource clock,
            ManagedIdentity.Endpoint machine,
            HttpClient http) {
        return settings.isDevelopment()
                ? () -> ""
                : new CachedAccessTokens(requests(settings, scope, clock, machine, http), http, clock);
    }

    private static TokenRequests requests(
            TeamsSettings settings,
            String scope,
            InstantSource clock,
            ManagedIdentity.Endpoint machine,
            HttpClient http) {
        String identity = settings.managedIdentity();
        if (identity.equalsIgnoreCase(settings.appId())) {
            return new ManagedIdentity(identity, scope.replaceAll("/\\.default$", ""), machine);
        }
        return new ClientCredentials(
                settings,
                scope,
                !identity.isBlank()
                        ? ManagedIdentity.trustedBy(identity, machine, http, clock)
                        : settings.certificate().isBlank()
                                ? ClientCredentials.Proof.secret(settings.appSecret())
                                : CertificateProof.of(settings, clock));
    }

    record In(TeamsRequestReceiver doorway, InboxWorker worker) {}

    /** The receiving side, put together. `welcomed`: keeps who was welcomed. */
    static In in(
            TeamsSettings settings,
            Out out,
            ChannelFrame frame,
            WorkspaceSettings welcomed,
            InstantSource clock,
            Executor executor) {
        TeamsConsultations rooms = new TeamsConsultations(frame, clock);
        TeamsNotifier teller = new TeamsNotifier(out.connector, out.renderer, out.gate);
        TeamsCommandHandler orders = new TeamsCommandHandler(
                frame.desk(out.links, settings.flow()),
                rooms,
                new TeamsCommandHandler.Ways(teller, new TeamsChannels(out.connector), out.links));
        TeamsMessageHandler messages =
                new TeamsMessageHandler(rooms, orders, frame.changes(), out.heard, settings.readThreads());
        WelcomeMessage welcome = new WelcomeMessage(
                welcomed,
                frame.changes(),
                teller,
                new Rosters(out.connector),
                orders.desk().notices());
        FileConsentHandler files = new FileConsentHandler(rooms, out.pages, out.uploads, teller);
        InvokeHandler invokes = new InvokeHandler(rooms, out.renderer, orders);
        Consumer<Activity> work = activity -> {
            try {
                if (activity.type().equals("message")) {
                    messages.take(activity);
                } else if (activity.isEdit()) {
                    messages.edited(activity);
                } else if (activity.isDeletion()) {
                    messages.deleted(activity);
                } else if (activity.name().equals(FileConsentHandler.INVOKE)) {
                    files.take(activity);
                } else {
                    welcome.take(activity);
                }
            } catch (QuotaExceeded over) {
                orders.tooMuch(activity, over.refused());
            }
        };
        InboxWorker worker = frame.worker(
                TeamsDelivery.CHANNEL,
                settings.queue(),
                settings.concurrency(),
                executor,
                request -> Activity.read(request).ifPresent(work));
        return new In(
                new TeamsRequestReceiver(
                        settings, verifier(settings, out, clock), out.serviceUrls, invokes, worker, work),
                worker);
    }

    private static Optional<TeamsRequestVerifier> verifier(TeamsSettings settings, Out out, InstantSource clock) {
        if (settings.isDevelopment()) {
            LOG.warn("Teams runs in development mode: every request is believed. Never let others reach this service.");
            return Optional.empty();
        }
        PublishedKeys keys = new PublishedKeys(URI.create(settings.metadataUrl()), out.http, clock);
        return Optional.of(new TeamsRequestVerifier(settings.appId(), settings.issuer(), keys, clock));
    }
}
