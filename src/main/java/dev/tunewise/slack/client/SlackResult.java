package dev.tunewise.slack.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The result of a call to Slack. */
public sealed interface SlackResult<T> {
    /** The value; empty where something went wrong. */
    default Optional<T> done() {
        return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** The same fate with another value. */
    default <R> SlackResult<R> map(Function<T, R> change) {
        return then(value -> new Done<>(change.apply(value)));
    }

    /** Goes on with the value where there is one. */
    default <R> SlackResult<R> then(Function<T, SlackResult<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(String error, List<String> details) -> new Refused<>(error, details);
            case Limited<T>(Duration wait) -> new Limited<>(wait);
            case Unreachable<T>(String reason) -> new Unreachable<>(reason);
        };
    }

    record Done<T>(T value) implements SlackResult<T> {}

    /** Slack refused. `error`: Slack's code, such as `not_in_channel`. */
    record Refused<T>(String error, List<String> details) implements SlackResult<T> {}

    /** Too many calls; Slack says how long to wait. */
    record Limited<T>(Duration pause) implements SlackResult<T> {}

    /** Nobody answered, or with a fault of the server. */
    record Unreachable<T>(String reason) implements SlackResult<T> {}
}
