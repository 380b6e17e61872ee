package dev.tunewise.slack.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.tunewise.chat.Captions;
import dev.tunewise.conversation.state.Author;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The names that people go by in Slack, asked for once in a while. */
public final class SlackUserNames {
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IMPATIENCE = Duration.ofSeconds(30);

    private final SlackApi api;
    private final SlackBots bots;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Questions that are on their way. */
    private final Cache<String, CompletableFuture<Optional<String>>> asked = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Slack was slow to answer just now: until then nobody waits for it. */
    private volatile long impatientUntil = System.nanoTime();

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

    /** A person. `hint`: the name that came with the request; shown when Slack does not tell another one soon. */
    public Author author(String workspace, String user, String hint) {
        String key = workspace + "/" + user;
        String known = names.getIfPresent(key);
        if (known != null) {
            return new Author(user, known);
        }
        Optional<String> told = unnamed.getIfPresent(key) == null ? soon(key, workspace, user) : Optional.empty();
        return new Author(user, told.orElse(hint.isBlank() ? Captions.SOMEBODY : hint));
    }

    /** Asks beside the work, and waits a moment only: a name is not worth holding up what somebody said. */
    private Optional<String> soon(String key, String workspace, String user) {
        CompletableFuture<Optional<String>> answer = asked.get(key, _ -> begin(key, workspace, user));
        try {
            boolean patient = System.nanoTime() - impatientUntil >= 0;
            return answer.get(patient ? PATIENCE.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            impatientUntil = System.nanoTime() + IMPATIENCE.toNanos();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private CompletableFuture<Optional<String>> begin(String key, String workspace, String user) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Optional<String> told = ask(workspace, user);
                    told.ifPresentOrElse(name -> names.put(key, name), () -> unnamed.put(key, true));
                    return told;
                },
                threads);
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
