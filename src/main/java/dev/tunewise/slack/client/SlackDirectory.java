package dev.tunewise.slack.client;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import dev.tunewise.channel.CachedDirectory;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import java.util.Optional;

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
                    case SlackResult.Done<ConversationsInfoResponse>(var response) ->
                        Optional.ofNullable(response.getChannel()).map(SlackDirectory::facts);
                    case SlackResult.Refused<ConversationsInfoResponse>(String error, var _)
                    when SlackErrors.ofRoom(error) -> Optional.of(RoomFacts.UNKNOWN.with(RoomFacts.Posts.NOT_THERE));
                    default -> Optional.empty();
                });
    }

    private static RoomFacts facts(Conversation channel) {
        boolean closed = channel.isPrivate() || channel.isIm() || channel.isMpim();
        boolean named = channel.getName() != null && !channel.isIm() && !channel.isMpim();
        RoomFacts facts = new RoomFacts(
                !closed, channel.isExtShared() || channel.isPendingExtShared(), named ? "#" + channel.getName() : "");
        return channel.isArchived()
                ? facts.with(RoomFacts.Posts.ARCHIVED)
                : named && !channel.isMember() ? facts.with(RoomFacts.Posts.NOT_THERE) : facts;
    }

    @Override
    public boolean administers(Address address, String person) {
        return bots.find(address.workspace())
                .map(bot -> api.call(bot.token(), methods -> methods.usersInfo(r -> r.user(person))))
                .filter(reply -> reply instanceof SlackResult.Done<UsersInfoResponse>(var response)
                        && isAdmin(response.getUser()))
                .isPresent();
    }

    private static boolean isAdmin(User user) {
        return user != null && !user.isDeleted() && (user.isAdmin() || user.isOwner() || user.isPrimaryOwner());
    }

    @Override
    public Optional<Boolean> left(Address address, String person) {
        return bots.find(address.workspace()).flatMap(bot -> switch (api.call(
                bot.token(), methods -> methods.usersInfo(r -> r.user(person)))) {
            case SlackResult.Done<UsersInfoResponse>(var response) ->
                Optional.ofNullable(response.getUser()).map(User::isDeleted);
            case SlackResult.Refused<UsersInfoResponse>(String error, var _)
            when error.equals("user_not_found") -> Optional.of(true);
            default -> Optional.empty();
        });
    }

    @Override
    protected boolean lists(Address address, String person) {
        return bots.find(address.workspace())
                .filter(bot ->
                        (room(address).open() && isFullMember(bot, person)) || lists(bot, address.room(), person))
                .isPresent();
    }

    /** Guests see only the channels that they were asked into. */
    private boolean isFullMember(SlackBot bot, String person) {
        return api.call(bot.token(), methods -> methods.usersInfo(r -> r.user(person)))
                        instanceof SlackResult.Done<UsersInfoResponse>(var response)
                && response.getUser() != null
                && !response.getUser().isDeleted()
                && !response.getUser().isRestricted()
                && !response.getUser().isUltraRestricted()
                && !response.getUser().isStranger();
    }

    private boolean lists(SlackBot bot, String room, String person) {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            String from = cursor;
            SlackResult<ConversationsMembersResponse> reply = api.call(
                    bot.token(),
                    methods -> methods.conversationsMembers(
                            r -> r.channel(room).limit(999).cursor(from.isEmpty() ? null : from)));
            if (!(reply instanceof SlackResult.Done<ConversationsMembersResponse>(var response))) {
                return false;
            }
            if (response.getMembers().contains(person)) {
                return true;
            }
            cursor = response.getResponseMetadata() == null
                            || response.getResponseMetadata().getNextCursor() == null
                    ? ""
                    : response.getResponseMetadata().getNextCursor();
            if (cursor.isEmpty()) {
                return false;
            }
        }
        return false;
    }
}
