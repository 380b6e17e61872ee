package dev.tunewise.encoder;

/** The encoder cannot run on this machine; rules read alone. */
public final class EncoderMissingException extends Exception {
    private static final long serialVersionUID = 1L;

    EncoderMissingException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
