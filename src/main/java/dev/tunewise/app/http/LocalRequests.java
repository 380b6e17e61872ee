package dev.tunewise.app.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells requests of this machine's own people from those that something in front of us passes on. */
final class LocalRequests {
    private static final List<String> FORWARDING = List.of("""
                forwarded via x-forwarded x-real-ip x-original x-client-ip x-cluster-client-ip x-envoy-
                x-proxyuser-ip true-client-ip fastly-client-ip cf-
                """.strip().split("\\s+"));

    /** Why a request does not, or may not, come from this machine; empty when it does. */
    static Optional<String> doubt(HttpRequest<?> request) {
        if (!request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            return Optional.of("This service answers to this machine only.");
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        if (host == null || !LoopbackHosts.isLoopback(LoopbackHosts.withoutPort(host))) {
            return Optional.of("This service answers to localhost and 127.0.0.1 only.");
        }
        return request.getHeaders().names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> FORWARDING.stream().anyMatch(name::startsWith))
                .findFirst()
                .map(header -> "A proxy passed this request on: it carries the header " + header + ".")
                .or(() -> Optional.of("A proxy passed this request on: it speaks HTTP/1.0, as no browser does.")
                        .filter(_ -> isOld(request)));
    }

    /** Plain `proxy_pass` of nginx adds no header at all and names this machine as the host, but speaks HTTP/1.0. */
    private static boolean isOld(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest().protocolVersion().minorVersion() == 0
                && netty.getNativeRequest().protocolVersion().majorVersion() == 1;
    }
}
