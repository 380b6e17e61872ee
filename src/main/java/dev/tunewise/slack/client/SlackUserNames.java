package dev.tunewise.slack.client;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tunewise.chat.Captions;
import dev.tunewise.conversation.state.Author;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The names that people go by in Slack, asked for once in a while. */
public final class SlackUserNames {
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IMPATIENCE = Duration.ofSeconds(30);

    private final SlackApi api;
    private final SlackBots bots;

    /** Whom Slack would not name is asked for again sooner, though not each time: a scope may be missing. */
    private final AsyncCache<String, Optional<String>> names = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Optional<String>>writing((_, name) -> name.isPresent() ? KEPT : ASKED_AGAIN))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();

    /** Slack was slow to answer just now: until then nobody waits for it. */
    private volatile long impatientUntil = System.nanoTime();

    public SlackUserNames(SlackApi api, SlackBots bots) {
        this.api = api;
        this.bots = bots;
    }

    /** A person. `hint`: the name that came with the request; shown when Slack does not tell another one soon. */
    public Author author(String workspace, String user, String hint) {
        return new Author(user, soon(workspace, user).orElse(hint.isBlank() ? Captions.SOMEBODY : hint));
    }

    /** Asks beside the work, and waits a moment only: a name is not worth holding up what somebody said. */
    private Optional<String> soon(String workspace, String user) {
        CompletableFuture<Optional<String>> answer = names.get(workspace + "/" + user, _ -> ask(workspace, user));
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

    private Optional<String> ask(String workspace, String user) {
        return bots.find(workspace)
                .flatMap(bot -> api.call(bot.token(), "users.info", Map.of("user", user))
                        .done())
                .map(response -> response.path("user"))
                .flatMap(told -> Stream.of("/profile/display_name", "/real_name", "/profile/real_name", "/name")
                        .map(place -> told.at(place).asText("").strip())
                        .filter(name -> !name.isEmpty())
                        .findFirst());
    }
}
