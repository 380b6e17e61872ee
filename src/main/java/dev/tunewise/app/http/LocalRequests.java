package dev.tunewise.app.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells requests of this machine's own people from those that something in front of us passes on. */
final class LocalRequests {
    private static final List<String> FORWARDING = List.of("""
                forwarded via x-forwarded x-real-ip x-original x-client-ip x-cluster-client-ip x-envoy-
                x-proxyuser-ip true-client-ip fastly-client-ip cf-
                """.strip().split("\\s+"));

    /** Tables of connections: own end, other end and, further on, the user of the own end. */
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private static final int USER = 7;
    private static final AttributeKey<Optional<String>> SENDER = AttributeKey.valueOf("tunewise.sender");

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
                        .filter(_ -> isOld(request)))
                .or(() -> stranger(request)
                        .map(user -> "A process of another user of this machine sends this (" + user
                                + "), as a proxy is one."));
    }

    /**
     * The user at the other end of the connection, where it is not the one who runs this and the system tells. Since nginx 1.29.7 plain
     * `proxy_pass` speaks HTTP/1.1, so nothing in its requests gives it away; but it runs as a user of its own.
     */
    private static Optional<String> stranger(HttpRequest<?> request) {
        if (!(request instanceof NettyHttpRequest<?> netty)) {
            return sender(request);
        }
        // The system takes milliseconds to tell, and a connection stays with the process that opened it.
        Attribute<Optional<String>> kept =
                netty.getChannelHandlerContext().channel().attr(SENDER);
        Optional<String> known = kept.get();
        if (known == null) {
            known = sender(request);
            kept.set(known);
        }
        return known;
    }

    private static Optional<String> sender(HttpRequest<?> request) {
        String ends = "%04X %04X"
                .formatted(
                        request.getRemoteAddress().getPort(),
                        request.getServerAddress().getPort());
        for (Path table : CONNECTIONS) {
            try (Stream<String> lines = Files.lines(table)) {
                String own = String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
                Optional<String> user = lines.map(line -> line.strip().split("\\s+"))
                        .filter(line -> line.length > USER && ends.equals(port(line[1]) + " " + port(line[2])))
                        .map(line -> line[USER])
                        .findFirst();
                if (user.isPresent()) {
                    return user.filter(found -> !found.equals(own)).map(found -> "uid " + found);
                }
            } catch (IOException | UncheckedIOException | UnsupportedOperationException | IllegalArgumentException e) {
                // Not a Linux; the headers have been judged.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    /** Plain `proxy_pass` of nginx adds no header at all and names this machine as the host, but speaks HTTP/1.0. */
    private static boolean isOld(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest().protocolVersion().minorVersion() == 0
                && netty.getNativeRequest().protocolVersion().majorVersion() == 1;
    }
}
