package dev.tunewise.slack.handle;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.util.json.GsonFactory;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.session.inbox.Unreadable;
import dev.tunewise.slack.decode.SlackPayloadParser;
import dev.tunewise.slack.decode.StoredRequest;
import dev.tunewise.slack.install.UninstallHandler;
import dev.tunewise.slack.receive.SlackEventFilter;
import dev.tunewise.slack.receive.SlackRequestReceiver;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works off requests with Bolt: it reads the payloads and finds the handler, and the handlers translate for the desks. Verification,
 * authorization and acknowledgement have happened at the {@link SlackRequestReceiver}, so none of Bolt's middleware runs.
 */
public final class BoltDispatcher {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Desks desks;
    private final SlackPayloadParser parser;
    private final App app;
    private final Gson gson = GsonFactory.createSnakeCase();

    public record Desks(
            SlackMessageHandler messages,
            SlashCommandHandler commands,
            InteractionRouter clicks,
            HomeTabHandler home,
            UninstallHandler removals) {}

    public BoltDispatcher(AppConfig config, SlackPayloadParser parser, Desks desks) {
        this.desks = desks;
        this.parser = parser;
        this.app = new App(config, List.of());
        register();
    }

    /**
     * Works off one request; what it throws means that it should be tried again.
     *
     * @throws Unreadable if it is not what Slack's own classes can hold
     */
    public void work(StoredRequest received) {
        Request<?> request = parser.parse(received).orElse(null);
        if (request == null) {
            return;
        }
        try {
            // Bolt drops clicks that come several at once.
            if (request instanceof BlockActionRequest clicks) {
                ours(() -> desks.clicks().clicked(clicks.getPayload()));
            } else {
                app.run(request);
            }
        } catch (JsonParseException unreadable) {
            throw new Unreadable("a field holds what Slack does not send there");
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("Bolt could not work off a request", failed);
        }
    }

    /** What our own work fails with says nothing about the request. */
    private static void ours(Runnable work) {
        try {
            work.run();
        } catch (JsonParseException failed) {
            throw new IllegalStateException("An answer could not be read", failed);
        } catch (NullPointerException missing) {
            // Slack leaves out no such field, so no later try would find it.
            throw new Unreadable("a field is missing: " + FailureLine.of(missing));
        }
    }

    private void register() {
        app.command(ANY, (request, context) -> {
            ours(() -> desks.commands().given(request.getPayload()));
            return context.ack();
        });
        app.viewSubmission(ANY, (request, context) -> {
            ours(() -> desks.clicks().submitted(request.getPayload()));
            return context.ack();
        });
        app.messageShortcut(ANY, (request, context) -> {
            ours(() -> desks.commands().asked(request.getPayload()));
            return context.ack();
        });
        app.event(
                AppHomeOpenedEvent.class,
                handler((payload, event) -> desks.home()
                        .opened(
                                EventSource.person(payload, event.getUser()),
                                event.getTab(),
                                event.getChannel() == null ? "" : event.getChannel())));
        app.event(AppUninstalledEvent.class, handler((payload, _) -> removed(payload)));
        app.event(TokensRevokedEvent.class, handler((payload, event) -> {
            boolean bot = event.getTokens() != null
                    && event.getTokens().getBot() != null
                    && !event.getTokens().getBot().isEmpty();
            if (bot) {
                removed(payload);
            }
        }));
        registerMessages();
    }

    private void registerMessages() {
        app.event(MessageEvent.class, handler(this::written));
        app.event(MessageFileShareEvent.class, handler(this::written));
        app.event(MessageThreadBroadcastEvent.class, handler(this::written));
        app.event(AppMentionEvent.class, handler(this::written));
        app.event(MessageChangedEvent.class, handler(this::corrected));
        app.event(MessageDeletedEvent.class, handler((payload, event) -> {
            JsonObject outer = json(event);
            deleted(
                    payload,
                    text(outer, "channel"),
                    text(outer, "deleted_ts"),
                    outer.getAsJsonObject("previous_message"));
        }));
        app.event(ChannelDeletedEvent.class, handler((payload, event) -> gone(payload, event.getChannel())));
        app.event(GroupDeletedEvent.class, handler((payload, event) -> gone(payload, event.getChannel())));
    }

    private void gone(EventsApiPayload<?> payload, String channel) {
        desks.messages().channelDeleted(EventSource.workspace(payload), channel, EventSource.at(payload));
    }

    private void deleted(EventsApiPayload<?> payload, String channel, String timestamp, @Nullable JsonObject previous) {
        String root = previous == null ? "" : text(previous, "thread_ts");
        desks.messages().deleted(EventSource.workspace(payload), channel, timestamp, root, EventSource.at(payload));
    }

    private void written(EventsApiPayload<?> payload, Event event) {
        desks.messages().written(message(payload, json(event), json(event), event instanceof AppMentionEvent));
    }

    private void corrected(EventsApiPayload<?> payload, MessageChangedEvent event) {
        MessageChangedEvent.Message message = event.getMessage();
        if (message != null && SlackEventFilter.TOMBSTONE.equals(message.getSubtype())) {
            // What stays of a message that was deleted while others stand in its thread.
            deleted(payload, event.getChannel(), message.getTs(), json(event).getAsJsonObject("message"));
            return;
        }
        // Previews of links and reactions change messages too; only an edit carries who edited it and when.
        if (message != null
                && message.getEdited() != null
                && message.getEdited().getTs() != null) {
            JsonObject outer = json(event);
            desks.messages()
                    .corrected(
                            message(payload, outer, outer.getAsJsonObject("message"), false),
                            message.getEdited().getTs());
        }
    }

    /** Bolt's classes of messages are alike but not related, so their fields are read by name. */
    private JsonObject json(Event event) {
        return gson.toJsonTree(event).getAsJsonObject();
    }

    private static SlackMessageHandler.Written message(
            EventsApiPayload<?> payload, JsonObject event, JsonObject message, boolean mention) {
        return new SlackMessageHandler.Written(
                EventSource.person(payload, text(message, "user")),
                EventSource.bot(payload),
                text(event, "channel"),
                text(event, "channel_type").equals("im"),
                text(message, "ts"),
                text(message, "thread_ts"),
                text(message, "parent_user_id"),
                text(message, "text"),
                mention);
    }

    private static String text(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    private void removed(EventsApiPayload<?> payload) {
        desks.removals().removed(EventSource.workspace(payload), EventSource.at(payload));
    }

    private static <E extends Event> BoltEventHandler<E> handler(BiConsumer<EventsApiPayload<E>, E> work) {
        return (payload, context) -> {
            ours(() -> work.accept(payload, payload.getEvent()));
            return context.ack();
        };
    }
}
