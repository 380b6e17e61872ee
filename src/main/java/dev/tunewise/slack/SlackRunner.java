package dev.tunewise.slack;

import dev.tunewise.slack.receive.SlackRequestReceiver;
import dev.tunewise.slack.receive.SocketModeConnection;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Holds the connection of Socket Mode while the service runs. */
@Singleton
@Requires(property = "tunewise.slack.mode")
@Requires(property = "tunewise.slack.mode", notEquals = "off")
final class SlackRunner implements ApplicationEventListener<ServerStartupEvent> {
    private final SlackSettings settings;
    private final SlackModule.Out out;
    private final SlackRequestReceiver doorway;
    private volatile @Nullable SocketModeConnection line;

    SlackRunner(SlackSettings settings, SlackModule.Out out, SlackRequestReceiver doorway) {
        this.settings = settings;
        this.out = out;
        this.doorway = doorway;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        if (settings.isSocket()) {
            SocketModeConnection socket =
                    new SocketModeConnection(out.sdk(), settings.appToken(), doorway, settings.concurrency());
            line = socket;
            socket.open();
        }
    }

    boolean isConnected() {
        SocketModeConnection socket = line;
        return socket != null && socket.isConnected();
    }

    @PreDestroy
    void stop() {
        SocketModeConnection socket = line;
        if (socket != null) {
            socket.close();
        }
    }
}
