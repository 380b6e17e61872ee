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
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * Answers 400 to addresses that are none, such as `/api/flows/%zz`, and ends the connection. The framework would go on as if the address were `/`,
 * so nothing behind this could tell.
 */
@Singleton
final class MalformedAddresses implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String PROBLEM = """
            {"type":"urn:tunewise:problem:bad-request","title":"Bad Request","status":400,"detail":"The address of the \
            request is malformed: %, and what may not stand in an address, is written as % and two hexadecimal digits. \
            Nothing was changed."}""";

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
            if (!refused && message instanceof HttpRequest request && !wellFormed(request)) {
                refused = true;
                refuse(context);
            }
            if (refused) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        /** What the codec could not read at all is answered elsewhere. */
        private static boolean wellFormed(HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                return true;
            }
            try {
                return new URI(request.uri()).getPath() != null;
            } catch (URISyntaxException malformed) {
                return false;
            }
        }

        private static void refuse(ChannelHandlerContext context) {
            byte[] body = PROBLEM.getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set(HttpHeaderNames.CONNECTION, "close");
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
