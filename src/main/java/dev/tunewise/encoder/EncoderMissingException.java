package dev.tunewise.encoder;

/** The encoder cannot run on this machine; rules read alone. */
public final class EncoderMissingException extends Exception {
    EncoderMissingException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
