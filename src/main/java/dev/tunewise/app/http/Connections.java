package dev.tunewise.app.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Guards each connection right behind the HTTP codec, and knows the sockets that the server listens on, which can be closed while the connections
 * that came by them go on.
 */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {
    private final Queue<Channel> listeners = new ConcurrentLinkedQueue<>();
    private final AtomicLong taken = new AtomicLong();
    private final Duration deadline;
    private final long largeBodies;

    /**
     * @param deadline the longest time from the connection, or the first line of a request, to the end of the request
     * @param largeBodies in bytes; 0 for a sixteenth of the memory, since a body is held several times over while it is read
     */
    Connections(
            @Property(name = "tunewise.request-deadline", defaultValue = "20s") Duration deadline,
            @Property(name = "tunewise.large-bodies", defaultValue = "0") long largeBodies) {
        this.deadline = deadline;
        this.largeBodies = largeBodies > 0
                ? largeBodies
                : Math.max(8_388_608, Runtime.getRuntime().maxMemory() / 16);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role == ChannelRole.LISTENER) {
            listeners.add(channel);
        }
        return role == ChannelRole.CONNECTION ? new Guarded(channel.pipeline()) : this;
    }

    boolean anyListens() {
        return listeners.stream().anyMatch(Channel::isOpen);
    }

    /** Nobody new is accepted once this returns. */
    void stopListening() {
        listeners.forEach(channel -> channel.close().awaitUninterruptibly());
    }

    private final class Guarded implements NettyServerCustomizer {
        private final ChannelPipeline pipeline;

        private Guarded(ChannelPipeline pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void onStreamPipelineBuilt() {
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline.get(codec) != null) {
                List.<ChannelHandler>of(
                                new LargeBodies(taken, largeBodies),
                                new MalformedAddresses(),
                                new RequestDeadline(deadline),
                                new WriteTimeout(deadline))
                        .forEach(handler -> pipeline.addAfter(codec, null, handler));
            }
        }
    }
}
