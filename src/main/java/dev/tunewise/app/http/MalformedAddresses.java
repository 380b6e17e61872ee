package dev.tunewise.app.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Answers requests whose address or headers nobody can take, and ends the connection: malformed addresses such as `/api/flows/%zz`, addresses and
 * headers that are too long. The framework would go on as if the address were `/`, so nothing behind this could tell.
 */
@Singleton
final class MalformedAddresses implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String MALFORMED = "The address of the request is malformed: %, and what may not stand in an"
            + " address, is written as % and two hexadecimal digits. Nothing was changed.";
    private static final String LONG_ADDRESS =
            "The address of the request is too long. Send long values in the body. Nothing was changed.";
    private static final String LONG_HEADERS =
            "The headers of the request are too long together. Send fewer or shorter ones. Nothing was changed.";

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new ConnectionHandlers("malformed-addresses", Look::new));
        return registry;
    }

    /** One connection; its methods are called by the connection's own thread. */
    private static final class Look extends ChannelInboundHandlerAdapter {
        private boolean refused;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!refused && message instanceof HttpRequest request) {
                refuse(context, request);
            }
            if (refused) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        private void refuse(ChannelHandlerContext context, HttpRequest request) {
            switch (request.decoderResult().cause()) {
                case TooLongHttpLineException _ ->
                    refuse(context, HttpResponseStatus.REQUEST_URI_TOO_LONG, LONG_ADDRESS);
                case TooLongHttpHeaderException _ ->
                    refuse(context, HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, LONG_HEADERS);
                case null -> {
                    if (!wellFormed(request.uri())) {
                        refuse(context, HttpResponseStatus.BAD_REQUEST, MALFORMED);
                    }
                }
                // What else the codec could not read is answered elsewhere.
                default -> {}
            }
        }

        private static boolean wellFormed(String address) {
            try {
                return new URI(address).getPath() != null;
            } catch (URISyntaxException malformed) {
                return false;
            }
        }

        private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String detail) {
            refused = true;
            byte[] body = """
                    {"type":"urn:tunewise:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
                            status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                            status.reasonPhrase(),
                            status.code(),
                            detail)
                    .getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set(HttpHeaderNames.CONNECTION, "close");
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
