package dev.tunewise.slack.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.tunewise.conversation.state.Author;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that people go by in Slack, asked for once in a while. */
public final class SlackUserNames {
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final SlackApi api;
    private final SlackBots bots;
    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Those whom Slack would not name; asked again after a while, so that a scope that is missing does not cost a call each time. */
    private final Cache<String, Boolean> unnamed = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(ASKED_AGAIN)
            .build();

    public SlackUserNames(SlackApi api, SlackBots bots) {
        this.api = api;
        this.bots = bots;
    }

    /**
     * A person.
     *
     * @param hint the name that came with the request; shown when Slack does not tell another one
     */
    public Author author(String workspace, String user, String hint) {
        String key = workspace + "/" + user;
        String known = names.getIfPresent(key);
        if (known != null) {
            return new Author(user, known);
        }
        Optional<String> told = unnamed.getIfPresent(key) == null ? ask(workspace, user) : Optional.empty();
        told.ifPresentOrElse(name -> names.put(key, name), () -> unnamed.put(key, true));
        return new Author(user, told.orElse(hint.isBlank() ? user : hint));
    }

    private Optional<String> ask(String workspace, String user) {
        return bots.find(workspace)
                .flatMap(bot -> api.call(bot.token(), methods -> methods.usersInfo(r -> r.user(user)))
                                instanceof SlackResult.Done<UsersInfoResponse>(UsersInfoResponse response)
                        ? Optional.ofNullable(response.getUser()).flatMap(SlackUserNames::name)
                        : Optional.empty());
    }

    private static Optional<String> name(User user) {
        User.Profile profile = user.getProfile();
        return filled(profile == null ? null : profile.getDisplayName())
                .or(() -> filled(user.getRealName()))
                .or(() -> filled(profile == null ? null : profile.getRealName()))
                .or(() -> filled(user.getName()));
    }

    private static Optional<String> filled(@Nullable String name) {
        return Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
