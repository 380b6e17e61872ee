package dev.tunewise.app.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the room that all large request bodies take together small, so that strangers who send many of them cannot use up the memory. Bodies up to
 * 64 KiB, which nearly all are, do not count; beyond the room a request is answered 503 and its connection ends.
 */
@Singleton
final class LargeBodies implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final long SMALL = 65_536;
    private static final long LEFT_SECONDS = 5;

    private final AtomicLong taken = new AtomicLong();
    private final long most;

    /** `most`: in bytes; 0 for a sixteenth of the memory, since a body is held several times over while it is read. */
    LargeBodies(@Property(name = "tunewise.large-bodies", defaultValue = "0") long most) {
        this.most = most > 0 ? most : Math.max(8_388_608, Runtime.getRuntime().maxMemory() / 16);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new ConnectionHandlers("large-bodies", Meter::new));
        return registry;
    }

    /** One connection; its methods are called by the connection's own thread. */
    private final class Meter extends ChannelDuplexHandler {
        private long received;
        private long held;
        private boolean whole;
        private boolean refused;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (refused) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpContent content) {
                whole = message instanceof LastHttpContent;
                received += content.content().readableBytes();
                long more = Math.max(0, received - SMALL) - held;
                if (more > 0) {
                    held += more;
                    if (taken.addAndGet(more) > most) {
                        ReferenceCountUtil.release(message);
                        refuse(context);
                        return;
                    }
                }
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (refused) {
                ReferenceCountUtil.release(message);
                promise.tryFailure(new ClosedChannelException());
                return;
            }
            if (message instanceof LastHttpContent) {
                giveBack();
            }
            context.write(message, promise);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (held > 0 && whole) {
                // Whoever left has sent all of it: it is in work for a moment yet.
                long left = held;
                held = 0;
                context.executor().schedule(() -> taken.addAndGet(-left), LEFT_SECONDS, TimeUnit.SECONDS);
            }
            giveBack();
            context.fireChannelInactive();
        }

        private void refuse(ChannelHandlerContext context) {
            giveBack();
            refused = true;
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE);
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                    .set(HttpHeaderNames.RETRY_AFTER, LEFT_SECONDS)
                    .set(HttpHeaderNames.CONNECTION, "close");
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }

        private void giveBack() {
            taken.addAndGet(-held);
            held = 0;
            received = 0;
        }
    }
}
