package dev.tunewise.app;

import dev.tunewise.app.startup.StartupException;
import dev.tunewise.app.startup.StartupFailureReport;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import java.util.Arrays;

/** The program. */
public final class Tunewise {
    /**
     * Carries out a command, or starts the server and returns; the server's threads keep the process alive.
     *
     * @param arguments a command such as {@code flow check}; else settings, e.g. {@code -micronaut.server.port=9090}
     */
    public static void main(String[] arguments) {
        // Pictures are drawn into memory: no screen is needed, and none should be looked for.
        System.setProperty("java.awt.headless", "true");
        if (TunewiseCommandLine.isCommand(arguments)) {
            System.exit(TunewiseCommandLine.run(arguments));
        }
        serve(
                arguments.length > 0 && arguments[0].equals("serve")
                        ? Arrays.copyOfRange(arguments, 1, arguments.length)
                        : arguments);
    }

    private static void serve(String[] arguments) {
        // Micronaut looks these up by their exact class; whatever else it throws, it logs in full.
        Micronaut.build(arguments)
                .mainClass(Tunewise.class)
                .banner(false)
                .mapError(BeanInstantiationException.class, Tunewise::explain)
                .mapError(ConfigurationException.class, Tunewise::explain)
                .mapError(DependencyInjectionException.class, Tunewise::explain)
                .mapError(ServerStartupException.class, Tunewise::explain)
                .mapError(StartupException.class, Tunewise::explain)
                .start();
    }

    /** Ends the process with one line if we know the reason, and leaves it to Micronaut's log if we do not. */
    private static int explain(Throwable failure) {
        StartupFailureReport.inOneLine(failure).ifPresent(line -> {
            System.err.println("Tunewise did not start. " + line);
            System.exit(1);
        });
        return 1;
    }
}
