package dev.tunewise.slack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.channel.CachedDirectory;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Slack knows about channels and people. What it does not tell is not kept. */
public final class SlackDirectory extends CachedDirectory {
    private static final int PAGES = 20;

    private final SlackApi api;
    private final SlackBots bots;
    private final SlackChannels channels;

    public SlackDirectory(SlackApi api, SlackBots bots, WorkspaceSettings notes) {
        super(notes);
        this.api = api;
        this.bots = bots;
        this.channels = new SlackChannels(api);
    }

    @Override
    public String channel() {
        return "slack";
    }

    @Override
    protected Optional<RoomFacts> look(Address address) {
        if (address.room().equals(scope(address))) {
            return bots.find(address.workspace()).map(_ -> RoomFacts.OPEN);
        }
        return bots.find(address.workspace())
                .map(bot -> channels.info(bot, address.room()))
                .flatMap(reply -> switch (reply) {
                    case SlackResult.Done<JsonNode>(JsonNode response) ->
                        Optional.of(response.path("channel"))
                                .filter(JsonNode::isObject)
                                .map(SlackDirectory::facts);
                    case SlackResult.Refused<JsonNode>(String error, var _)
                    when SlackErrors.ofRoom(error) -> Optional.of(RoomFacts.UNKNOWN.with(RoomFacts.Posts.NOT_THERE));
                    default -> Optional.empty();
                });
    }

    private static RoomFacts facts(JsonNode channel) {
        boolean direct = is(channel, "is_im", "is_mpim");
        String name = direct ? "" : channel.path("name").asText("");
        RoomFacts facts = new RoomFacts(
                !direct && !is(channel, "is_private"),
                is(channel, "is_ext_shared", "is_pending_ext_shared"),
                name.isEmpty() ? "" : "#" + name);
        return is(channel, "is_archived")
                ? facts.with(RoomFacts.Posts.ARCHIVED)
                : !name.isEmpty() && !is(channel, "is_member") ? facts.with(RoomFacts.Posts.NOT_THERE) : facts;
    }

    private static boolean is(JsonNode node, String... names) {
        return Stream.of(names).anyMatch(name -> node.path(name).asBoolean());
    }

    @Override
    public boolean administers(Address address, String person) {
        return user(address, person)
                .filter(user -> is(user, "is_admin", "is_owner", "is_primary_owner") && !is(user, "deleted"))
                .isPresent();
    }

    private Optional<JsonNode> user(Address address, String person) {
        return bots.find(address.workspace())
                .flatMap(bot -> ask(bot, person).done())
                .map(response -> response.path("user"))
                .filter(JsonNode::isObject);
    }

    private SlackResult<JsonNode> ask(SlackBot bot, String person) {
        return api.call(bot.token(), "users.info", Map.of("user", person));
    }

    @Override
    public Optional<Boolean> left(Address address, String person) {
        return bots.find(address.workspace()).flatMap(bot -> switch (ask(bot, person)) {
            case SlackResult.Done<JsonNode>(JsonNode response) ->
                Optional.of(response.path("user")).filter(JsonNode::isObject).map(user -> is(user, "deleted"));
            case SlackResult.Refused<JsonNode>(String error, var _)
            when error.equals("user_not_found") -> Optional.of(true);
            default -> Optional.empty();
        });
    }

    @Override
    protected boolean lists(Address address, String person) {
        return bots.find(address.workspace())
                .filter(bot -> (room(address).open() && isFullMember(address, person))
                        || api.list(
                                        bot.token(),
                                        "conversations.members",
                                        Map.of("channel", address.room()),
                                        "members",
                                        PAGES)
                                .anyMatch(member -> member.asText().equals(person)))
                .isPresent();
    }

    /** Guests see only the channels that they were asked into. */
    private boolean isFullMember(Address address, String person) {
        return user(address, person)
                .filter(user -> !is(user, "deleted", "is_restricted", "is_ultra_restricted", "is_stranger"))
                .isPresent();
    }
}
