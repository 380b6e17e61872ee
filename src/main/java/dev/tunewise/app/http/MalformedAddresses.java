package dev.tunewise.app.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose address or headers nobody can take, and ends the connection: malformed addresses such as `/api/flows/%zz`, addresses and
 * headers that are too long. The framework would go on as if the address were `/`, so nothing behind this could tell.
 */
final class MalformedAddresses extends RefusingHandler {
    private static final String MALFORMED = "The address of the request is malformed: %, and what may not stand in an"
            + " address, is written as % and two hexadecimal digits. Nothing was changed.";
    private static final String LONG_ADDRESS =
            "The address of the request is too long. Send long values in the body. Nothing was changed.";
    private static final String LONG_HEADERS =
            "The headers of the request are too long together. Send fewer or shorter ones. Nothing was changed.";

    @Override
    @Nullable
    FullHttpResponse refusal(Object message) {
        if (!(message instanceof HttpRequest request)) {
            return null;
        }
        return switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ -> problem(HttpResponseStatus.REQUEST_URI_TOO_LONG, LONG_ADDRESS);
            case TooLongHttpHeaderException _ ->
                problem(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, LONG_HEADERS);
            case null -> wellFormed(request.uri()) ? null : problem(HttpResponseStatus.BAD_REQUEST, MALFORMED);
            // What else the codec could not read is answered elsewhere.
            default -> null;
        };
    }

    private static boolean wellFormed(String address) {
        try {
            return new URI(address).getPath() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
