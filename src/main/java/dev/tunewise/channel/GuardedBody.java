package dev.tunewise.channel;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.BooleanSupplier;

/** The body of a call that may only leave while what it sends is ours to send: without its body, no platform carries out a call. */
public final class GuardedBody {
    /** Why something was not sent: another process sends it, or has done so. */
    public static final String LOST = "this process was silent for too long, so others may send it";

    /** `held`: asked when the connection stands and its bytes leave next, however long that took. */
    public static BodyPublisher of(byte[] body, BooleanSupplier held) {
        BodyPublisher plain = BodyPublishers.ofByteArray(body);
        return BodyPublishers.fromPublisher(
                bytes -> {
                    if (!held.getAsBoolean()) {
                        throw new IllegalStateException(LOST);
                    }
                    plain.subscribe(bytes);
                },
                plain.contentLength());
    }
}
