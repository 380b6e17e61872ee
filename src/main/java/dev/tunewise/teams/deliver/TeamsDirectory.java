package dev.tunewise.teams.deliver;

import dev.tunewise.channel.CachedDirectory;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.client.TeamOwners;
import java.util.Optional;

/** What Teams knows about channels and people. A team has admins of its own: its owners. */
public final class TeamsDirectory extends CachedDirectory {
    private final BotConnector connector;
    private final TeamOwners owners;

    public TeamsDirectory(BotConnector connector, TeamOwners owners, WorkspaceSettings notes) {
        super(notes);
        this.connector = connector;
        this.owners = owners;
    }

    @Override
    public String channel() {
        return TeamsDelivery.CHANNEL;
    }

    @Override
    public String scope(Address address) {
        return ConversationReference.of(address)
                .map(place -> WorkspaceSettings.WHOLE_WORKSPACE + place.route().team())
                .orElse(WorkspaceSettings.WHOLE_WORKSPACE);
    }

    /** A channel of Teams shows a reply below its post only; in a chat all stands in one row anyway. */
    @Override
    public boolean showsThreads(Address address) {
        return ConversationReference.of(address)
                .filter(place -> place.kind() == ConversationReference.Kind.CHANNEL)
                .isEmpty();
    }

    @Override
    public RoomFacts room(Address address) {
        if (ConversationReference.of(address)
                .filter(place -> place.kind() != ConversationReference.Kind.CHANNEL)
                .isPresent()) {
            // A chat belongs to those who are in it, and only channels are shared with other organisations.
            return new RoomFacts(false, false);
        }
        return super.room(address);
    }

    @Override
    protected Optional<RoomFacts> look(Address address) {
        Optional<RoomFacts> facts = ConversationReference.of(address)
                .filter(place -> !place.route().team().isEmpty())
                .flatMap(place -> look(place, address.room()));
        return notes.get(address.channel(), address.workspace(), address.room(), TeamSettings.Name.ARCHIVED.key())
                .map(Choice::read)
                .map(closed -> facts.orElse(RoomFacts.UNKNOWN).with(RoomFacts.Posts.noted(closed.value())))
                .or(() -> facts);
    }

    /** A channel that the team does not list is taken for a private one. */
    private Optional<RoomFacts> look(ConversationReference place, String room) {
        return connector.channels(place.route().serviceUrl(), place.route().team()).stream()
                .filter(channel -> channel.path("id").asText("").equals(room))
                .findFirst()
                .map(channel -> facts(channel.path("type").asText("standard"), TeamsChannels.called(channel)));
    }

    private static RoomFacts facts(String type, String name) {
        return new RoomFacts(type.equals("standard"), type.equals("shared"), name);
    }

    @Override
    public boolean administers(Address address, String person) {
        return ConversationReference.of(address)
                .filter(place -> !place.route().team().isEmpty())
                .filter(place ->
                        owners.owns(place.route().serviceUrl(), place.route().team(), person))
                .isPresent();
    }

    @Override
    public Optional<Boolean> left(Address address, String person) {
        return ConversationReference.of(address)
                .flatMap(place -> connector.has(place.route().serviceUrl(), member(place, person)))
                .map(there -> !there);
    }

    private static String member(ConversationReference place, String person) {
        return "v3/conversations/" + BotConnector.encoded(place.room()) + "/members/" + BotConnector.encoded(person);
    }

    @Override
    protected boolean lists(Address address, String person) {
        return ConversationReference.of(address)
                .map(place -> connector.look(place.route().serviceUrl(), member(place, person)))
                .isPresent();
    }
}
