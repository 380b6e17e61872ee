package dev.tunewise.app.startup;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;

/** Says on standard output where the service answers, once it does. */
@Singleton
public final class ReadyBanner implements ApplicationEventListener<ServerStartupEvent> {
    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        System.out.println(message(started.getSource().getURI()));
    }

    public static String message(URI address) {
        String base = address.toString();
        return "Tunewise is ready: " + (base.endsWith("/") ? base : base + "/");
    }
}
