package dev.tunewise.app;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Tunewise {

    private Tunewise() {}

    /**
     * Starts the server and returns; the server's threads keep the process alive.
     *
     * @param arguments Micronaut's command line, e.g. {@code -micronaut.server.port=9090}
     */
    public static void main(String[] arguments) {
        Micronaut.build(arguments).mainClass(Tunewise.class).banner(false).start();
    }
}
