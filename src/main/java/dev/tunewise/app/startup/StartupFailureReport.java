package dev.tunewise.app.startup;

import dev.tunewise.storage.document.StorageException;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the service did not start, for people: one line where we know the reason, and one for each fault of a channel. */
public final class StartupFailureReport {
    private static final String CHANNEL = " cannot start:";
    private static final String UNREADABLE = "Error resolving property value ";

    /** The reason in one line, if it is one that the person who started us can mend. */
    public static Optional<String> inOneLine(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> reason(cause).stream())
                .findFirst();
    }

    private static Optional<String> reason(Throwable cause) {
        return switch (cause) {
            case StorageException storage -> Optional.ofNullable(storage.getMessage());
            case StartupException refusal -> Optional.ofNullable(refusal.getMessage());
            // A channel that is set up wrongly says so, with a line for each fault.
            case ConfigurationException wrong
            when String.valueOf(wrong.getMessage()).contains(CHANNEL) -> Optional.ofNullable(wrong.getMessage());
            case BindException taken ->
                Optional.of("The address is taken (" + taken.getMessage()
                        + "). Stop the other program, or choose a port with MICRONAUT_SERVER_PORT.");
            default ->
                // Micronaut buries a setting that it cannot read in a message of several lines.
                String.valueOf(cause.getMessage())
                        .lines()
                        .filter(line -> line.contains(UNREADABLE))
                        .map(line ->
                                "A setting is wrong: " + line.substring(line.indexOf(UNREADABLE) + UNREADABLE.length()))
                        .findFirst();
        };
    }
}
