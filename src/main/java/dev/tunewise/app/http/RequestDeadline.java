package dev.tunewise.app.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that begin a request and do not finish it, so that nobody holds many of them open for nothing. Answers may take their time, and
 * between two requests the server's own idle time counts.
 */
@Singleton
final class RequestDeadline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Duration most;

    /**
     * A deadline.
     *
     * @param most the longest time from the connection, or the first line of a request, to the end of the request
     */
    RequestDeadline(@Property(name = "tunewise.request-deadline", defaultValue = "20s") Duration most) {
        this.most = most;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Connections(null));
        return registry;
    }

    private final class Connections implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        private Connections(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Connections(opened) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null
                    && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                channel.pipeline()
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "request-deadline", new Watch());
            }
        }
    }

    /** One connection; its methods are called by the connection's own thread. */
    private final class Watch extends ChannelInboundHandlerAdapter {
        private @Nullable Future<?> end;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            begin(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                begin(context);
            }
            if (message instanceof LastHttpContent) {
                finish();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            finish();
            context.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext context) {
            finish();
            end = context.executor().schedule(() -> context.close(), most.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void finish() {
            Future<?> running = end;
            if (running != null) {
                running.cancel(false);
                end = null;
            }
        }
    }
}
