package dev.tunewise.app.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** May answer a request before the framework sees it, and then ends the connection. For one connection, whose own thread calls it. */
abstract class RefusingHandler extends ChannelDuplexHandler {
    private boolean refused;

    /** The answer to whoever sent `message`; null to let it pass. */
    abstract @Nullable FullHttpResponse refusal(Object message);

    @Override
    public final void channelRead(ChannelHandlerContext context, Object message) {
        FullHttpResponse answer = refused ? null : refusal(message);
        if (answer != null) {
            refused = true;
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
        } else {
            context.write(message, promise);
        }
    }

    static FullHttpResponse problem(HttpResponseStatus status, String detail) {
        byte[] body = """
                {"type":"urn:tunewise:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
                        status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                        status.reasonPhrase(),
                        status.code(),
                        detail)
                .getBytes(StandardCharsets.UTF_8);
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        return answer;
    }
}
